package io.pasar.live.sale;

import io.pasar.kernel.id.ReservationId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Passes on that holds ended unpaid: to every [HoldEndHandler] inside the transaction, to people after it.
@Service
class HoldEndService {

    private final ObjectProvider<HoldEndHandler> handlers;
    private final SalePublisher publisher;
    private final SaleInstruments meters;

    HoldEndService(ObjectProvider<HoldEndHandler> handlers, SalePublisher publisher, SaleInstruments meters) {
        this.handlers = handlers;
        this.publisher = publisher;
        this.meters = meters;
    }

    Mono<Void> ended(List<Moved> holds, HoldEnd how) {
        if (holds.isEmpty()) {
            return Mono.empty();
        }
        List<ReservationId> ids =
                holds.stream().map(moved -> moved.reservation().id()).toList();
        return Flux.defer(() -> Flux.fromStream(handlers.orderedStream()))
                .concatMap(handler -> handler.holdsEnded(ids, how))
                .then(publisher.moved(holds))
                .doOnSuccess(_ -> meters.ended(how, holds.size()));
    }
}
