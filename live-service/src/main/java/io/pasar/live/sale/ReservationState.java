package io.pasar.live.sale;

import java.util.Locale;

/// Where a reservation is in its life: held, then exactly one of the others, for ever.
public enum ReservationState {
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED;

    static ReservationState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
