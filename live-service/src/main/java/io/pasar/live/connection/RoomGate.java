package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import reactor.core.publisher.Mono;

/// Decides who may enter a room. Implemented by the feature that owns rooms.
public interface RoomGate {

    /// The caller's standing in the room, or a `not-found` or `forbidden` problem.
    Mono<RoomRole> admit(RoomId room, Caller caller);
}
