package io.pasar.kernel.event;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.time.Instant;

/// The money of an order was collected.
public record OrderPaid(
        OrderId order,
        MemberId buyer,
        MemberId seller,
        RoomId room,
        ProductId product,
        SkuId sku,
        int quantity,
        Money total,
        Instant paidAt)
        implements DomainEvent {

    public static final String TYPE = "pasar.live.order.paid.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return order.toString();
    }
}
