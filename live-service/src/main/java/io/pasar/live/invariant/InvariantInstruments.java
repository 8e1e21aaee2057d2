package io.pasar.live.invariant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// Where the checker writes down its [InvariantMeters].
final class InvariantInstruments {

    private final MeterRegistry registry;
    private final Counter checks;
    private final ConcurrentMap<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    InvariantInstruments(MeterRegistry registry) {
        this.registry = registry;
        this.checks = InvariantMeters.CHECKS.counter(registry);
    }

    void checked() {
        checks.increment();
    }

    void violations(String invariant, long found) {
        gauges.computeIfAbsent(invariant, this::gauge).set(found);
    }

    private AtomicLong gauge(String invariant) {
        AtomicLong value = new AtomicLong();
        InvariantMeters.VIOLATIONS.gauge(registry, value::get, invariant);
        return value;
    }
}
