package io.pasar.live.invariant;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of the checker that runs all the time.
enum InvariantMeters implements FeatureMeter {
    VIOLATIONS(MeterSpec.gauge(
            "pasar.sale.invariant.violations",
            "rows",
            "Rows that broke a statement when it was last checked. Anything above zero is an alert.",
            "invariant")),

    CHECKS(MeterSpec.counter(
            "pasar.sale.invariant.checks",
            "checks",
            "How often this node checked all statements to the end. Alert when it stands still: nobody looks."));

    private final MeterSpec spec;

    InvariantMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
