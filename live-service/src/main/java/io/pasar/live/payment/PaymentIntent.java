package io.pasar.live.payment;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// One attempt to collect the money of one order.
///
/// @param provider the provider's name
/// @param reference the provider's own name of it; absent until the provider has answered
/// @param amount to be collected, whole or not at all
/// @param refunded of what was captured, including refunds the provider has not yet answered
/// @param failures how often the payer tried in vain
public record PaymentIntent(
        PaymentIntentId id,
        OrderId order,
        MemberId payer,
        String provider,
        @Nullable String reference,
        Money amount,
        PaymentIntentState state,
        Money refunded,
        int failures) {

    /// What can still be given back.
    public Money refundable() {
        return state == PaymentIntentState.CAPTURED ? amount.minus(refunded) : new Money(0, amount.currency());
    }
}
