package io.pasar.community.ledger;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of the ledger.
enum LedgerMeters implements FeatureMeter {
    VIOLATIONS(MeterSpec.gauge(
            "pasar.ledger.violations",
            "sentences",
            "What did not add up when the ledger was last checked. Anything above zero is an alert."));

    private final MeterSpec spec;

    LedgerMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
