package io.pasar.platform.socket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Looks at the sockets' timers, and at the end lets them go before the web server stops: `bye` with spread-out
/// delays, commands at hand finish.
final class SocketJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketJob.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final SocketHub hub;
    private final SocketProperties limits;
    private @Nullable Disposable ticking;

    SocketJob(SocketHub hub, SocketProperties limits) {
        this.hub = hub;
        this.limits = limits;
    }

    @Override
    public synchronized void start() {
        hub.open();
        ticking = Flux.interval(limits.tick())
                .onBackpressureDrop()
                .doOnNext(_ -> hub.tick())
                .onErrorContinue((failure, _) -> LOG.error("Sockets could not be looked at", failure))
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public synchronized void stop(Runnable done) {
        hub.drain();
        Mono.when(Flux.interval(LOOK).takeUntil(_ -> hub.size() == 0))
                .timeout(limits.drainWithin(), Mono.empty())
                .doFinally(_ -> stopped(done))
                .subscribe();
    }

    @Override
    public synchronized boolean isRunning() {
        return ticking != null;
    }

    /// Last to start and first to stop, while everything a command needs still runs.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private synchronized void stopped(Runnable done) {
        if (ticking != null) {
            ticking.dispose();
            ticking = null;
        }
        done.run();
    }
}
