package io.pasar.live.order;

import io.pasar.kernel.id.OrderId;
import io.pasar.live.order.LatePaymentDecision.AlreadyPaid;
import io.pasar.live.order.LatePaymentDecision.GiveBack;
import io.pasar.live.order.LatePaymentDecision.SellAgain;
import io.pasar.live.payment.PaymentOutcomeHandler;
import io.pasar.live.payment.Refund;
import io.pasar.live.sale.HoldService;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What money means for an order. A payment in time sells the hold. Money without a live hold buys the same
/// units again if the hold expired and they are still there; in every other case it goes back.
@Component
class OrderPaymentHandler implements PaymentOutcomeHandler {

    private final OrderStore orders;
    private final HoldService holds;
    private final OrderPublisher publisher;

    OrderPaymentHandler(OrderStore orders, HoldService holds, OrderPublisher publisher) {
        this.orders = orders;
        this.holds = holds;
        this.publisher = publisher;
    }

    @Override
    public Mono<CaptureVerdict> captured(OrderId id) {
        return orders.find(id)
                .flatMap(order -> holds.confirm(order.reservation()))
                .flatMap(_ -> one(orders.pay(id)))
                .delayUntil(publisher::paid)
                .map(_ -> CaptureVerdict.KEEP)
                .switchIfEmpty(Mono.defer(() -> late(id)));
    }

    /// The order stays as it is: the buyer may try again until the hold ends.
    @Override
    public Mono<Void> failed(OrderId id) {
        return orders.find(id).flatMap(order -> publisher.changed(List.of(order)));
    }

    @Override
    public Mono<Void> refunded(Refund refund) {
        return orders.refund(refund.order(), refund.amount())
                .flatMap(order -> publisher.refunded(order, refund.id(), refund.amount()));
    }

    private Mono<CaptureVerdict> late(OrderId id) {
        return orders.find(id)
                .flatMap(order -> holds.lapse(order.reservation()))
                .then(Mono.defer(() -> one(orders.find(id))))
                .flatMap(this::decideLate);
    }

    private Mono<CaptureVerdict> decideLate(Order order) {
        return switch (OrderRules.late(order)) {
            case SellAgain() -> sellAgain(order);
            case GiveBack() -> Mono.just(CaptureVerdict.GIVE_BACK);
            case AlreadyPaid() -> Mono.just(CaptureVerdict.KEEP);
        };
    }

    private Mono<CaptureVerdict> sellAgain(Order order) {
        return holds.sellAgain(order.reservation())
                .flatMap(sold -> orders.payLate(order.id(), sold.reservation().id())
                        .switchIfEmpty(Mono.error(OrderPaymentHandler::cancelledMeanwhile)))
                .delayUntil(publisher::paid)
                .map(_ -> CaptureVerdict.KEEP)
                .defaultIfEmpty(CaptureVerdict.GIVE_BACK);
    }

    /// The units taken go back with the transaction, and the repeated report finds the buyer's cancellation.
    private static Problem cancelledMeanwhile() {
        return CommonProblem.CONFLICT.because("The order changed meanwhile; report the payment again.");
    }

    /// The hold's row serialises everything that changes an order, so a missing row is a fault: roll back.
    private static Mono<Order> one(Mono<Order> changed) {
        return changed.switchIfEmpty(
                Mono.error(() -> new IllegalStateException("an order and its hold have come apart")));
    }
}
