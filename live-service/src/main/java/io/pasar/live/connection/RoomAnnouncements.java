package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import reactor.core.publisher.Mono;

/// Kept events that must be announced exactly if the caller's transaction commits: they travel through the
/// outbox and reach the room's log once, in commit order, whatever process dies in between.
public interface RoomAnnouncements {

    /// Adds the kept event to the caller's transaction.
    Mono<Void> announce(RoomId room, String type, Object data);
}
