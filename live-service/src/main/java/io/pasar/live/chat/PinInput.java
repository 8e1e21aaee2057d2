package io.pasar.live.chat;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Data of `chat.pin`: the message to pin, null to unpin.
record PinInput(@Min(1) @Nullable Long seq) {}
