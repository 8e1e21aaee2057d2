package io.pasar.platform.trace;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// What is observed by [TraceService]: each is a timer and, where traces are made, a span.
public enum TraceMeters implements FeatureMeter {
    COMMAND(MeterSpec.timer(
            "pasar.socket.command",
            "How long a command of a socket took until its answer, by type and the kind of error (`none`).",
            "command",
            "error")),

    EVENT(MeterSpec.timer(
            "pasar.event.handling",
            "How long a consumer's handler took, its transaction included, by consumer and the kind of error"
                    + " (`none`).",
            "consumer",
            "error"));

    private final MeterSpec spec;

    TraceMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
