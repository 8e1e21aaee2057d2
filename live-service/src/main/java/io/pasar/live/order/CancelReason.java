package io.pasar.live.order;

import io.pasar.live.sale.HoldEnd;
import java.util.Locale;

/// Why an order was cancelled.
enum CancelReason {
    /// The hold's time was over before the money came.
    EXPIRED,
    /// The buyer gave the units back, or cancelled after the hold's time was over.
    RELEASED;

    static CancelReason of(HoldEnd end) {
        return switch (end) {
            case EXPIRED -> EXPIRED;
            case RELEASED -> RELEASED;
        };
    }

    static CancelReason of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
