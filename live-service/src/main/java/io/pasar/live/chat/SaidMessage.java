package io.pasar.live.chat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message on its way into the archive.
record SaidMessage(
        UUID id,
        RoomId room,
        long seq,
        MemberId member,
        String body,
        @Nullable Long replyTo,
        Instant saidAt) {}
