package io.pasar.live.payment;

import java.util.Locale;

/// Where a payment is in its life. `CANCELLED` only says that nobody waits for the money: a provider may still
/// report it captured, and then the report counts.
public enum PaymentIntentState {
    OPEN,
    CAPTURED,
    CANCELLED;

    static PaymentIntentState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
