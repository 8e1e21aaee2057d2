package io.pasar.platform.socket;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of sockets, of rooms and of members alike.
public enum SocketMeters implements FeatureMeter {
    OPEN(MeterSpec.gauge("pasar.sockets.open", "sockets", "Sockets open on this node.")),

    CLOSED(MeterSpec.counter(
            "pasar.sockets.closed",
            "sockets",
            "Sockets that ended, by close code; 1000: the peer left. 4508 are peers too slow for what was promised to them.",
            "code")),

    DROPPED(MeterSpec.counter(
            "pasar.sockets.frames.dropped",
            "frames",
            "Passing frames that a full queue dropped. Kept frames are never dropped."));

    private final MeterSpec spec;

    SocketMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
