package io.pasar.live.payment;

import java.util.Locale;

/// Where the sandbox is with a payment.
enum SandboxState {
    OPEN,
    SUCCEEDED,
    CANCELLED;

    static SandboxState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
