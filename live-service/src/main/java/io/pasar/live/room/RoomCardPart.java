package io.pasar.live.room;

import io.pasar.kernel.id.RoomId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// What a list of rooms shows of another feature, read for all its rooms at once.
public interface RoomCardPart {

    /// The field's name: `stage` or `sale`.
    String part();

    /// Rooms that have nothing to show are missing.
    Mono<Map<RoomId, Object>> of(Collection<RoomId> rooms);
}
