package io.pasar.live.sale;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import io.pasar.live.sale.ReserveOutcome.Granted;
import io.pasar.live.sale.ReserveOutcome.OverLimit;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Reserves units and gives them back. Every method joins the caller's transaction if there is one.
@Service
public class ReservationService {

    private final ReservationStore reservations;
    private final SaleService sales;
    private final HoldSweepService sweeps;
    private final HoldService holds;
    private final SalePublisher publisher;
    private final SaleInstruments meters;
    private final IdGenerator ids;
    private final TransactionalOperator transaction;

    ReservationService(
            ReservationStore reservations,
            SaleService sales,
            HoldSweepService sweeps,
            HoldService holds,
            SalePublisher publisher,
            SaleInstruments meters,
            IdGenerator ids,
            TransactionalOperator transaction) {
        this.reservations = reservations;
        this.sales = sales;
        this.sweeps = sweeps;
        this.holds = holds;
        this.publisher = publisher;
        this.meters = meters;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// Holds units for the caller until the sale's hold time is over.
    ///
    /// @param quantity 1 to 1,000
    /// @return the reservation; or `sold-out`, `limit-reached`, `sale-not-open`, `not-found`
    public Mono<ReservationView> reserve(Caller caller, SaleId sale, int quantity) {
        Caller.Member member = caller.requireMember();
        return sales.visible(sale, member)
                .then(Mono.defer(() -> take(sale, member.id(), quantity)))
                .map(moved -> ReservationView.of(moved.reservation()))
                .doOnError(
                        Problem.class, problem -> meters.refused(problem.code().slug()));
    }

    /// The caller's own reservation; anybody else's does not exist for them.
    public Mono<ReservationView> find(Caller caller, ReservationId id) {
        return own(caller, id).map(ReservationView::of);
    }

    /// Gives the units of the caller's own reservation back, once; repeating it changes nothing.
    ///
    /// @return the reservation as it is then; or `reservation-confirmed` if it is paid
    public Mono<ReservationView> release(Caller caller, ReservationId id) {
        return own(caller, id)
                .flatMap(own -> holds.release(own.id()))
                .map(ReservationView::of)
                .as(transaction::transactional);
    }

    private Mono<Reservation> own(Caller caller, ReservationId id) {
        MemberId member = caller.requireMember().id();
        return reservations
                .find(id)
                .filter(found -> found.member().equals(member))
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("You have no such reservation.")));
    }

    private Mono<Moved> take(SaleId sale, MemberId member, int quantity) {
        ReserveRequest request = new ReserveRequest(new ReservationId(ids.next()), sale, member, quantity);
        return reservations
                .reserve(request)
                .switchIfEmpty(Mono.defer(() -> takeWhatLapsed(request)))
                .flatMap(outcome -> conclude(request, outcome))
                .switchIfEmpty(Mono.defer(() -> refuse(request)))
                .as(transaction::transactional);
    }

    /// Holds past their time do not stand in a buyer's way, even before the sweep comes by.
    private Mono<ReserveOutcome> takeWhatLapsed(ReserveRequest request) {
        return facts(request)
                .filter(ReserveFacts::lapsed)
                .flatMap(_ -> sweeps.sweep(request.sale()))
                .flatMap(_ -> reservations.reserve(request));
    }

    private Mono<Moved> conclude(ReserveRequest request, ReserveOutcome outcome) {
        return switch (outcome) {
            case Granted(var moved) ->
                publisher.reserved(moved).thenReturn(moved).doOnNext(_ -> meters.granted());
            case OverLimit() -> refuse(request);
        };
    }

    private Mono<Moved> refuse(ReserveRequest request) {
        return facts(request).map(facts -> {
            throw facts.explain(request.quantity()).problem();
        });
    }

    private Mono<ReserveFacts> facts(ReserveRequest request) {
        return reservations.facts(request.sale(), request.member());
    }
}
