package io.pasar.live.payment;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of payments.
enum PaymentMeters implements FeatureMeter {
    WEBHOOKS(MeterSpec.counter(
            "pasar.payment.webhooks",
            "calls",
            "Genuine webhooks by what became of them. Alert on `amount_differs` and `unknown_intent`.",
            "provider",
            "outcome"));

    private final MeterSpec spec;

    PaymentMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
