package io.pasar.live.payment;

import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// Money on its way back to a payer.
///
/// @param reason in the seller's words, if any
public record Refund(
        RefundId id,
        PaymentIntentId intent,
        OrderId order,
        Money amount,
        @Nullable String reason,
        Cause cause,
        State state) {

    /// The same, given back.
    Refund done() {
        return new Refund(id, intent, order, amount, reason, cause, State.DONE);
    }

    /// Why it is given back.
    public enum Cause {
        /// The seller wants to.
        SELLER,
        /// The payment came when the goods were gone.
        LATE_PAYMENT
    }

    /// Whether the provider has given it back.
    public enum State {
        REQUESTED,
        DONE
    }
}
