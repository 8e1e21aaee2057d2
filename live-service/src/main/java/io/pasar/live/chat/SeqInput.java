package io.pasar.live.chat;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// Data of `chat.delete`: the message meant.
record SeqInput(@NotNull @Min(1) Long seq) {}
