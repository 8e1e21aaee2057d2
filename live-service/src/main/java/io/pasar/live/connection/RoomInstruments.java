package io.pasar.live.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Where rooms write down their [RoomMeters].
final class RoomInstruments {

    private final MeterRegistry registry;
    private final Counter lost;

    RoomInstruments(MeterRegistry registry) {
        this.registry = registry;
        this.lost = RoomMeters.LOST.counter(registry);
    }

    void watch(RoomOccupancy occupancy) {
        RoomMeters.ROOMS.gauge(registry, () -> occupancy.viewersHere().size());
        RoomMeters.VIEWERS.gauge(
                registry,
                () -> occupancy.viewersHere().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    /// @param returned whether the viewer said what it has seen
    void joined(boolean returned, boolean recovered) {
        String outcome = !returned ? "fresh" : recovered ? "recovered" : "snapshot";
        RoomMeters.JOINS.counter(registry, outcome).increment();
    }

    void lostPosition() {
        lost.increment();
    }
}
