package io.pasar.live.order;

import io.pasar.kernel.id.MemberId;
import io.pasar.live.order.LatePaymentDecision.AlreadyPaid;
import io.pasar.live.order.LatePaymentDecision.GiveBack;
import io.pasar.live.order.LatePaymentDecision.SellAgain;
import io.pasar.live.sale.LockedHold;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.util.Optional;

/// Who may do what with an order, and what late money means.
final class OrderRules {

    private OrderRules() {}

    /// Why the member cannot order what the reservation holds; empty if they can.
    static Optional<Problem> placing(LockedHold hold, MemberId member) {
        if (!hold.reservation().member().equals(member)) {
            return Optional.of(CommonProblem.NOT_FOUND.because("You have no such reservation."));
        }
        return hold.live()
                ? Optional.empty()
                : Optional.of(OrderProblem.HOLD_OVER.because("Reserve again; the units were given back."));
    }

    /// What to do with money whose order has no live hold.
    static LatePaymentDecision late(Order order) {
        return switch (order.state()) {
            case PAID, REFUNDED -> new AlreadyPaid();
            case PENDING_PAYMENT -> throw new IllegalStateException("an order without a hold waits for payment");
            case CANCELLED ->
                order.cancelledBecause().filter(CancelReason.EXPIRED::equals).isPresent()
                        ? new SellAgain()
                        : new GiveBack();
        };
    }

    /// Why the caller may not give money back; empty if they may.
    static Optional<Problem> refunding(Order order, MemberId caller) {
        if (!order.concerns(caller)) {
            return Optional.of(OrderProblem.none());
        }
        if (!order.seller().equals(caller)) {
            return Optional.of(CommonProblem.FORBIDDEN.because("Only the seller gives money back."));
        }
        return order.state() == OrderState.PAID
                ? Optional.empty()
                : Optional.of(OrderProblem.NOT_PAID.because("Only a paid order can be refunded."));
    }
}
