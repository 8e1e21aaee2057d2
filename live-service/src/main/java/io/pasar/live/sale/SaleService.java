package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.live.connection.RoomGate;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sales as anybody who may enter their room sees them.
@Service
public class SaleService {

    private final SaleStore sales;
    private final RoomGate gate;

    SaleService(SaleStore sales, RoomGate gate) {
        this.sales = sales;
        this.gate = gate;
    }

    /// The sale, or `not-found`, also when its room does not let the caller in.
    public Mono<SaleView> find(Caller caller, SaleId id) {
        return visible(id, caller).map(SaleView::of);
    }

    /// The newest 200 sales of a room, newest first.
    public Flux<SaleView> ofRoom(Caller caller, RoomId room) {
        return gate.admit(room, caller)
                .thenMany(Flux.defer(() -> sales.ofRoom(room)))
                .map(SaleView::of);
    }

    Mono<Sale> visible(SaleId id, Caller caller) {
        return sales.find(id)
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no such sale.")))
                .delayUntil(sale -> gate.admit(sale.room(), caller));
    }
}
