package io.pasar.live.invariant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// The gauge `pasar.sale.invariant.violations`, tagged with the name of the statement: rows that broke it when
/// it was last checked. Anything above zero is an alert.
@Component
class InvariantMeters {

    private final MeterRegistry registry;
    private final ConcurrentMap<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    InvariantMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void violations(String invariant, long found) {
        gauges.computeIfAbsent(invariant, this::gauge).set(found);
    }

    private AtomicLong gauge(String invariant) {
        AtomicLong value = new AtomicLong();
        registry.gauge("pasar.sale.invariant.violations", Tags.of("invariant", invariant), value);
        return value;
    }
}
