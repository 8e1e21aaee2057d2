package io.pasar.live.sale;

import io.pasar.kernel.id.ReservationId;
import java.util.List;
import reactor.core.publisher.Mono;

/// Told of holds that ended unpaid, inside the transaction that ends them. Beans of this type are found by
/// type.
public interface HoldEndHandler {

    /// @param holds each exactly once over its life; never empty
    Mono<Void> holdsEnded(List<ReservationId> holds, HoldEnd how);
}
