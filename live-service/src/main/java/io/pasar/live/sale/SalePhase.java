package io.pasar.live.sale;

import java.util.Locale;

/// Where a sale is in its life, as stored. `SCHEDULED -> OPEN -> CLOSED`, or straight from scheduled to closed.
enum SalePhase {
    SCHEDULED,
    OPEN,
    CLOSED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SalePhase of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
