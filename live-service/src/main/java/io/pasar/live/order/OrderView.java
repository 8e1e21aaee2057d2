package io.pasar.live.order;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import io.pasar.live.payment.PaymentIntent;
import io.pasar.live.payment.PaymentIntentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order as its buyer and its seller see it.
record OrderView(
        OrderId id,
        OrderState state,
        @Nullable CancelReason cancelReason,
        ReservationId reservationId,
        SaleId saleId,
        RoomId roomId,
        MemberId buyerId,
        MemberId sellerId,
        ProductId productId,
        SkuId skuId,
        String title,
        String variantTitle,
        Money price,
        int quantity,
        Money total,
        Money refunded,
        PaymentView payment,
        Instant expiresAt,
        Instant createdAt,
        @Nullable Instant paidAt) {

    /// @param reader its buyer or its seller
    static OrderView of(Order order, PaymentIntent payment, MemberId reader) {
        return new OrderView(
                order.id(),
                order.state(),
                order.cancelReason(),
                order.reservation(),
                order.sale(),
                order.room(),
                order.buyer(),
                order.seller(),
                order.line().article().product(),
                order.line().article().sku(),
                order.line().article().title(),
                order.line().article().variantTitle(),
                order.line().price(),
                order.line().quantity(),
                order.total(),
                order.refunded(),
                PaymentView.of(payment, reader),
                order.expiresAt(),
                order.createdAt(),
                order.paidAt());
    }

    /// How it is paid.
    ///
    /// @param intent what the payment is made with at the provider: whoever knows it can pay, so only the payer
    ///     is told
    /// @param failures how often the buyer tried in vain
    record PaymentView(String provider, @Nullable PaymentIntentId intent, PaymentIntentState state, int failures) {

        static PaymentView of(PaymentIntent payment, MemberId reader) {
            PaymentIntentId intent = payment.payer().equals(reader) ? payment.id() : null;
            return new PaymentView(payment.provider(), intent, payment.state(), payment.failures());
        }
    }
}
