package io.pasar.live.chat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import java.time.Instant;

/// A room's pinned message.
///
/// @param seq the message's sequence number
/// @param message data of the `chat.message` event, JSON
record Pin(RoomId room, long seq, String message, MemberId pinnedBy, Instant pinnedAt) {}
