package io.pasar.kernel.event;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import java.time.Instant;

/// Money of a paid order went back to the buyer.
///
/// @param amount what this refund gave back
/// @param whole whether nothing of the order's money is left with the seller
public record OrderRefunded(
        RefundId refund,
        OrderId order,
        MemberId buyer,
        MemberId seller,
        ProductId product,
        int quantity,
        Money amount,
        boolean whole,
        Instant refundedAt)
        implements DomainEvent {

    public static final String TYPE = "pasar.live.order.refunded.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return order.toString();
    }
}
