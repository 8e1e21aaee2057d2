package io.pasar.live.order;

import java.util.Arrays;

/// Where an order is in its life.
///
/// `PENDING_PAYMENT` goes to `PAID` or `CANCELLED`; `PAID` to `REFUNDED` once all of its money went back; and
/// `CANCELLED` to `PAID` if it expired, its payment came late, and its units were still there.
enum OrderState {
    PENDING_PAYMENT("pendingPayment"),
    PAID("paid"),
    REFUNDED("refunded"),
    CANCELLED("cancelled");

    private final String stored;

    OrderState(String stored) {
        this.stored = stored;
    }

    static OrderState of(String stored) {
        return Arrays.stream(values())
                .filter(state -> state.stored.equals(stored))
                .findFirst()
                .orElseThrow();
    }
}
