package io.pasar.live.chat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import java.time.Instant;

/// Somebody took a message back.
record Deletion(RoomId room, long seq, MemberId author, MemberId by, Instant at) {}
