package io.pasar.content.copy;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of product copy.
enum CopyMeters implements FeatureMeter {
    ANSWERS(MeterSpec.counter(
            "pasar.copy.answers",
            "answers",
            "Requests for copy by how they ended: `written` by the model, `fallback` (the built-in model stepped in),"
                    + " `kept` (paid before) or `refused`. Alert when refusals or fallbacks outnumber the rest.",
            "outcome"));

    private final MeterSpec spec;

    CopyMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
