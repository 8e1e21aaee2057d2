package io.pasar.live.order;

import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import io.pasar.live.payment.Refund;
import org.jspecify.annotations.Nullable;

/// A refund as the seller sees it.
///
/// @param state `done`, or `requested` while the provider has not answered
record RefundView(
        RefundId id,
        OrderId orderId,
        Money amount,
        @Nullable String reason,
        Refund.State state) {

    static RefundView of(Refund refund) {
        return new RefundView(refund.id(), refund.order(), refund.amount(), refund.reason(), refund.state());
    }
}
