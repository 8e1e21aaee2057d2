package io.pasar.live.room;

import reactor.core.publisher.Mono;

/// What a feature does when a room ends, such as closing its sales. Runs inside the transaction that ends the
/// room: SQL and announcements only.
public interface RoomEndingPart {

    /// The room has just ended.
    Mono<Void> end(Room room);
}
