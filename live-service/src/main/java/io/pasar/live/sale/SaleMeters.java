package io.pasar.live.sale;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// Counters of this feature: `pasar.sale.holds` by outcome (`granted`, `confirmed`, `released`, `expired`) and
/// `pasar.sale.refusals` by the problem's slug. They count what was attempted by this node, also where the
/// surrounding transaction was rolled back afterwards; the exact figures are in PostgreSQL.
@Component
class SaleMeters {

    private final MeterRegistry registry;

    SaleMeters(MeterRegistry registry) {
        this.registry = registry;
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
        registry.counter("pasar.sale.refusals", "reason", slug).increment();
    }

    private void holds(String outcome, int count) {
        registry.counter("pasar.sale.holds", "outcome", outcome).increment(count);
    }
}
