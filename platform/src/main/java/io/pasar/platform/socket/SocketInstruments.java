package io.pasar.platform.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/// Where sockets write down their [SocketMeters].
final class SocketInstruments {

    private final MeterRegistry registry;
    private final Counter dropped;

    SocketInstruments(MeterRegistry registry) {
        this.registry = registry;
        this.dropped = SocketMeters.DROPPED.counter(registry);
    }

    void watch(IntSupplier open) {
        SocketMeters.OPEN.gauge(registry, open::getAsInt);
    }

    void closed(int code) {
        SocketMeters.CLOSED.counter(registry, Integer.toString(code)).increment();
    }

    void dropped() {
        dropped.increment();
    }
}
