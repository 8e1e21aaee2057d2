package io.pasar.live.order;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.live.payment.PaymentService;
import io.pasar.live.sale.HoldService;
import io.pasar.live.sale.LockedHold;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Places, shows and cancels orders.
@Service
class OrderService {

    private final OrderStore orders;
    private final HoldService holds;
    private final PaymentService payments;
    private final OrderPublisher publisher;
    private final IdGenerator ids;
    private final TransactionalOperator transaction;

    OrderService(
            OrderStore orders,
            HoldService holds,
            PaymentService payments,
            OrderPublisher publisher,
            IdGenerator ids,
            TransactionalOperator transaction) {
        this.orders = orders;
        this.holds = holds;
        this.payments = payments;
        this.publisher = publisher;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// Orders what the caller's reservation holds and prepares its payment. A reservation has one order: asking
    /// again answers the same one. Must not run inside a transaction, because the provider is asked.
    ///
    /// @return the order; or `not-found` for no reservation of the caller's, `hold-over`,
    ///     `payment-provider-unavailable`
    Mono<PlacedOrder> place(Caller caller, ReservationId reservation) {
        MemberId buyer = caller.requireMember().id();
        return holds.lock(reservation)
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("You have no such reservation.")))
                .flatMap(hold -> findOrAdd(hold, buyer))
                .as(transaction::transactional)
                .flatMap(placed -> payments.start(placed.payment()).map(placed::paidWith));
    }

    /// The order, for its buyer and its seller.
    Mono<OrderView> find(Caller caller, OrderId id) {
        MemberId member = caller.requireMember().id();
        return orders.find(id)
                .filter(order -> order.concerns(member))
                .switchIfEmpty(Mono.error(OrderProblem::none))
                .flatMap(order -> view(order, member));
    }

    /// Cancels the buyer's unpaid order and gives its units back, once; repeating it changes nothing. An order
    /// that ended with its hold takes no late money any more.
    ///
    /// @return the order as it is then; or `order-paid`
    Mono<OrderView> cancel(Caller caller, OrderId id) {
        MemberId member = caller.requireMember().id();
        return orders.find(id)
                .filter(order -> order.buyer().equals(member))
                .switchIfEmpty(Mono.error(OrderProblem::none))
                .map(OrderService::requireUnpaid)
                .flatMap(order -> holds.release(order.reservation()))
                .then(Mono.defer(() -> giveUp(id)))
                .then(Mono.defer(() -> orders.find(id)))
                .map(OrderService::requireUnpaid)
                .flatMap(order -> view(order, member))
                .as(transaction::transactional);
    }

    private Mono<Void> giveUp(OrderId id) {
        return orders.giveUp(id)
                .delayUntil(order -> publisher.changed(List.of(order)))
                .flatMap(order -> payments.cancel(List.of(order.id())));
    }

    private Mono<PlacedOrder> findOrAdd(LockedHold hold, MemberId buyer) {
        return orders.find(hold.reservation().id())
                .filter(order -> order.buyer().equals(buyer) && order.state() != OrderState.CANCELLED)
                .flatMap(order -> payments.find(order.id()).map(payment -> new PlacedOrder(order, payment, false)))
                .switchIfEmpty(Mono.defer(() -> add(hold, buyer)));
    }

    private Mono<PlacedOrder> add(LockedHold hold, MemberId buyer) {
        return Mono.justOrEmpty(OrderRules.placing(hold, buyer))
                .<Order>flatMap(Mono::error)
                .switchIfEmpty(Mono.defer(() -> orders.insert(new OrderId(ids.next()), hold)))
                .flatMap(order -> payments.add(order.id(), buyer, order.total())
                        .map(payment -> new PlacedOrder(order, payment, true)));
    }

    private static Order requireUnpaid(Order order) {
        if (order.state() == OrderState.PAID || order.state() == OrderState.REFUNDED) {
            throw OrderProblem.ORDER_PAID.because("Ask the seller for a refund.");
        }
        return order;
    }

    private Mono<OrderView> view(Order order, MemberId reader) {
        return payments.find(order.id()).map(payment -> OrderView.of(order, payment, reader));
    }
}
