package io.pasar.live.sale;

import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends holds whose time is over and returns their units, each exactly once however many nodes sweep.
@Service
class HoldSweepService {

    static final int BATCH_MAX = 500;

    private final ReservationStore reservations;
    private final HoldEndService ends;
    private final TransactionalOperator transaction;

    HoldSweepService(ReservationStore reservations, HoldEndService ends, TransactionalOperator transaction) {
        this.reservations = reservations;
        this.ends = ends;
        this.transaction = transaction;
    }

    /// One batch over all sales.
    ///
    /// @return how many holds ended; [#BATCH_MAX] means that more may be due
    Mono<Integer> sweep() {
        return end(reservations.expireDue(BATCH_MAX));
    }

    /// One batch of one sale, in the caller's transaction if there is one.
    Mono<Integer> sweep(SaleId sale) {
        return end(reservations.expireDue(sale, BATCH_MAX));
    }

    /// Ends this hold if its time is over, in the caller's transaction if there is one.
    Mono<Integer> sweep(ReservationId reservation) {
        return end(reservations.expire(reservation).flux());
    }

    private Mono<Integer> end(Flux<Moved> expired) {
        return Mono.defer(expired::collectList).flatMap(this::report).as(transaction::transactional);
    }

    private Mono<Integer> report(List<Moved> expired) {
        return ends.ended(expired, HoldEnd.EXPIRED).thenReturn(expired.size());
    }
}
