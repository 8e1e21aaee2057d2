package io.pasar.live.sale;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.ReservationId;
import io.pasar.live.sale.ReserveOutcome.Granted;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Reservations as orders use them. Every method belongs into the caller's transaction, before the caller
/// locks rows of its own: reservations are locked first everywhere.
@Service
public class HoldService {

    private final ReservationStore reservations;
    private final HoldSweepService sweeps;
    private final HoldEndService ends;
    private final SalePublisher publisher;
    private final SaleInstruments meters;
    private final IdGenerator ids;
    private final TransactionalOperator transaction;

    HoldService(
            ReservationStore reservations,
            HoldSweepService sweeps,
            HoldEndService ends,
            SalePublisher publisher,
            SaleInstruments meters,
            IdGenerator ids,
            TransactionalOperator transaction) {
        this.reservations = reservations;
        this.sweeps = sweeps;
        this.ends = ends;
        this.publisher = publisher;
        this.meters = meters;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// The reservation with its sale, which keeps its state until the transaction ends; empty if there is none.
    public Mono<LockedHold> lock(ReservationId id) {
        return reservations.lock(id);
    }

    /// Sells what the reservation holds. Empty if it no longer holds anything: released, or past its time by
    /// the database's clock, swept or not.
    public Mono<Moved> confirm(ReservationId id) {
        return reservations.confirm(id).flatMap(this::sold).as(transaction::transactional);
    }

    /// Sells the same units again for a hold that expired before its payment came, if the sale is still open,
    /// has them and the member may have them. Empty if not.
    /// Call [#lapse] before.
    ///
    /// @return the new, confirmed reservation
    public Mono<Moved> sellAgain(ReservationId lapsed) {
        return reservations
                .find(lapsed)
                .delayUntil(hold -> sweeps.sweep(hold.sale()))
                .flatMap(this::takeAgain)
                .flatMap(this::confirm)
                .as(transaction::transactional);
    }

    /// Gives the units back, once; a hold that has ended already stays as it is.
    ///
    /// @return the reservation as it is then; or `reservation-confirmed` if it is paid
    public Mono<Reservation> release(ReservationId id) {
        return reservations
                .release(id)
                .flatMap(this::released)
                .switchIfEmpty(Mono.defer(() -> reservations.find(id).map(HoldService::requireUnpaid)))
                .as(transaction::transactional);
    }

    /// Ends the hold if its time is over, swept or not.
    public Mono<Void> lapse(ReservationId id) {
        return sweeps.sweep(id).then();
    }

    private Mono<Reservation> released(Moved moved) {
        return ends.ended(List.of(moved), HoldEnd.RELEASED).thenReturn(moved.reservation());
    }

    private static Reservation requireUnpaid(Reservation ended) {
        if (ended.state() == ReservationState.CONFIRMED) {
            throw SaleProblem.RESERVATION_CONFIRMED.because("It is paid; ask the host for a refund.");
        }
        return ended;
    }

    private Mono<ReservationId> takeAgain(Reservation lapsed) {
        return reservations
                .lockedFacts(lapsed.sale(), lapsed.member())
                .filter(facts -> facts.refusal(lapsed.quantity()).isEmpty())
                .map(_ -> new ReserveRequest(
                        new ReservationId(ids.next()), lapsed.sale(), lapsed.member(), lapsed.quantity()))
                .flatMap(reservations::reserve)
                .ofType(Granted.class)
                .delayUntil(granted -> publisher.reserved(granted.moved()))
                .map(granted -> granted.moved().reservation().id());
    }

    private Mono<Moved> sold(Moved moved) {
        return publisher.sold(moved).thenReturn(moved).doOnNext(_ -> meters.confirmed());
    }
}
