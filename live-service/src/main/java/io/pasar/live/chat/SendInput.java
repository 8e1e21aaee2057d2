package io.pasar.live.chat;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// Data of `chat.send`.
record SendInput(@NotNull String text, @Min(1) @Nullable Long replyTo) {}
