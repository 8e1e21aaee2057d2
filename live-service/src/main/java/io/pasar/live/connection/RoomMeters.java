package io.pasar.live.connection;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of rooms on one node.
enum RoomMeters implements FeatureMeter {
    ROOMS(MeterSpec.gauge("pasar.room.open", "rooms", "Rooms this node listens to.")),

    VIEWERS(MeterSpec.gauge("pasar.room.viewers", "sockets", "Sockets that have joined a room on this node.")),

    JOINS(MeterSpec.counter(
            "pasar.room.joins",
            "joins",
            "Entrances: `fresh`, `recovered` (with exactly what was missed) or `snapshot` (what was missed is no longer known).",
            "outcome")),

    LOST(
            MeterSpec.counter(
                    "pasar.room.positions.lost",
                    "rooms",
                    "How often a room lost its place in the log, as when Redis was wiped: its viewers are told to take a snapshot. Alert when it grows."));

    private final MeterSpec spec;

    RoomMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
