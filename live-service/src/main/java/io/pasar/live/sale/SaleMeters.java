package io.pasar.live.sale;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of sales. They count what this node attempted, also where the surrounding transaction was rolled
/// back afterwards; the exact figures are in PostgreSQL.
enum SaleMeters implements FeatureMeter {
    HOLDS(MeterSpec.counter(
            "pasar.sale.holds",
            "holds",
            "Holds that were granted or ended: `granted`, `confirmed`, `released` or `expired`.",
            "outcome")),

    REFUSALS(MeterSpec.counter(
            "pasar.sale.refusals", "calls", "Reservations that were refused, by the slug of the problem.", "reason")),

    HELD(MeterSpec.gauge("pasar.sale.held", "holds", "Holds that wait for their payment; all nodes show the same.")),

    OVERDUE(MeterSpec.gauge(
            "pasar.sale.hold.overdue",
            "seconds",
            "How long ago the oldest hold should have ended. Alert above 30: the sweep does not come round."));

    private final MeterSpec spec;

    SaleMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
