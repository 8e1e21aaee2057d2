package io.pasar.live.payment;

import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;

/// What a genuine webhook says.
///
/// @param id the provider's id of the event, the same in every repetition
/// @param amount what was collected, or tried
public record PaymentEvent(String id, Kind kind, PaymentIntentId intent, Money amount) {

    /// What happened to the payment.
    public enum Kind {
        SUCCEEDED,
        FAILED
    }
}
