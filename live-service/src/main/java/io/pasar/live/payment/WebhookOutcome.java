package io.pasar.live.payment;

import java.util.Locale;

/// What a genuine webhook led to.
enum WebhookOutcome {
    /// The order is paid.
    CAPTURED,
    /// The money goes back, because what it was meant to buy is gone.
    GIVEN_BACK,
    /// The attempt is counted; the payer may try again.
    FAILURE_NOTED,
    /// The same event was taken before.
    REPEATED,
    /// The payment was captured before; this event changes nothing.
    ALREADY_CAPTURED,
    /// Nobody here knows the payment.
    UNKNOWN_INTENT,
    /// Another amount or currency than was asked for: a person has to look.
    AMOUNT_DIFFERS;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
