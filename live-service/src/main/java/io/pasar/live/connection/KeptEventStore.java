package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import reactor.core.publisher.Mono;

/// A room's kept events, as far back as the log goes.
public interface KeptEventStore {

    /// One event; nothing if the log does not hold it (any more) or it was erased.
    Mono<KeptEvent> find(RoomId room, long seq);

    /// Takes an event's data out of the log and appends a kept event that says so, in one step. From then on
    /// history shows `cover` as the event's data.
    ///
    /// @return the new event's sequence number; nothing if the log does not hold the event to erase
    Mono<Long> erase(RoomId room, long seq, Object cover, String type, Object data);
}
