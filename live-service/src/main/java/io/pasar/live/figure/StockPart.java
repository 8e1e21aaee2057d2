package io.pasar.live.figure;

import io.pasar.kernel.id.RoomId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// What can be bought in a room now. Implemented by the feature that sells.
public interface StockPart {

    /// Available units of the open sales; rooms without one may be missing.
    Mono<Map<RoomId, Long>> available(Collection<RoomId> rooms);
}
