package io.pasar.live.room;

import io.pasar.kernel.id.RoomId;
import java.util.Map;
import reactor.core.publisher.Mono;

/// A feature's part of what a host sees after the end, such as units sold. Its values are counted when somebody
/// looks, so that refunds after the end show.
public interface RoomSummaryPart {

    /// Named values such as `soldUnits`; names of different parts differ.
    Mono<Map<String, Object>> of(RoomId room);
}
