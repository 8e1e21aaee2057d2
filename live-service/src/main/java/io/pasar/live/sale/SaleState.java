package io.pasar.live.sale;

/// What people see of a sale's life. `SOLD_OUT` is an open sale with nothing left to reserve: it is final once
/// nothing is held either, and before that a hold that ends opens the sale again.
public enum SaleState {
    SCHEDULED,
    OPEN,
    SOLD_OUT,
    CLOSED;

    static SaleState of(SalePhase phase, Stock stock) {
        return switch (phase) {
            case SCHEDULED -> SCHEDULED;
            case OPEN -> stock.isGone() ? SOLD_OUT : OPEN;
            case CLOSED -> CLOSED;
        };
    }
}
