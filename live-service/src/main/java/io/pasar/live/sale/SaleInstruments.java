package io.pasar.live.sale;

import io.micrometer.core.instrument.MeterRegistry;

/// Where sales write down their [SaleMeters].
final class SaleInstruments {

    private final MeterRegistry registry;
    private volatile HeldNow held = new HeldNow(0, 0);

    /// What is held over all sales.
    ///
    /// @param holds how many wait for their payment
    /// @param overdueSeconds how long ago the oldest of them should have ended; 0 if none is late
    record HeldNow(long holds, double overdueSeconds) {}

    SaleInstruments(MeterRegistry registry) {
        this.registry = registry;
        SaleMeters.HELD.gauge(registry, () -> held.holds());
        SaleMeters.OVERDUE.gauge(registry, () -> held.overdueSeconds());
    }

    void granted() {
        holds("granted", 1);
    }

    void confirmed() {
        holds("confirmed", 1);
    }

    void ended(HoldEnd how, int count) {
        holds(how == HoldEnd.RELEASED ? "released" : "expired", count);
    }

    void refused(String slug) {
        SaleMeters.REFUSALS.counter(registry, slug).increment();
    }

    void held(HeldNow now) {
        held = now;
    }

    private void holds(String outcome, int count) {
        SaleMeters.HOLDS.counter(registry, outcome).increment(count);
    }
}
