package io.pasar.live.room;

import io.pasar.kernel.id.RoomId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// How many watch a room. Implemented by the feature that counts them.
public interface RoomAudiencePart {

    /// @param viewers sockets in the room now, on all nodes
    /// @param peak the most there have been
    record Audience(int viewers, int peak) {

        static final Audience NOBODY = new Audience(0, 0);
    }

    /// Rooms nobody ever watched may be missing.
    Mono<Map<RoomId, Audience>> of(Collection<RoomId> rooms);
}
