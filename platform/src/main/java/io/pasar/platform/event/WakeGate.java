package io.pasar.platform.event;

import java.time.Duration;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Where a loop waits for work. Whoever has made work opens it; the loop shuts it *before* it looks for work,
/// so work made after the look finds the gate shut, opens it, and the following wait is over at once.
final class WakeGate {

    private Sinks.Empty<Void> gate = Sinks.empty();

    /// Says that there is work. Any thread, any number of times.
    void open() {
        current().tryEmitEmpty();
    }

    /// @return whether somebody had opened it since the last time
    synchronized boolean shut() {
        Sinks.Empty<Void> before = gate;
        gate = Sinks.empty();
        return Boolean.TRUE.equals(before.scan(Scannable.Attr.TERMINATED));
    }

    /// Waits until it is open, at most this long.
    Mono<Void> await(Duration limit) {
        return Mono.defer(() -> current().asMono()).timeout(limit, Mono.empty());
    }

    private synchronized Sinks.Empty<Void> current() {
        return gate;
    }
}
