package io.pasar.live.order;

import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// The data of the owner event `order`.
record OrderChange(
        OrderId id,
        ReservationId reservationId,
        OrderState state,
        @Nullable CancelReason cancelReason,
        Money total,
        Money refunded) {

    static OrderChange of(Order order) {
        return new OrderChange(
                order.id(), order.reservation(), order.state(), order.cancelReason(), order.total(), order.refunded());
    }
}
