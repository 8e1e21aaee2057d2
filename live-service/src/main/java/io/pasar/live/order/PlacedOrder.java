package io.pasar.live.order;

import io.pasar.live.payment.PaymentIntent;

/// An order with its payment.
///
/// @param isNew whether this request made it; a reservation that is ordered again answers its first order
record PlacedOrder(Order order, PaymentIntent payment, boolean isNew) {

    /// As its buyer sees it.
    OrderView view() {
        return OrderView.of(order, payment, order.buyer());
    }

    PlacedOrder paidWith(PaymentIntent started) {
        return new PlacedOrder(order, started, isNew);
    }
}
