package io.pasar.platform.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/// Repeats a piece of work from the start of the context to its end: one run at a time, the next one a pause
/// after the last has ended, at once if that one left work over. Every node of a service runs it, so the work
/// itself takes care that two nodes do not do the same. A run that fails is logged in one line (its stack at
/// debug level) and the next one waits ten pauses, but no more than a minute unless the pause itself is longer.
public final class PeriodicJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicJob.class);
    private static final int PAUSES_AFTER_FAILURE = 10;
    private static final Duration AFTER_FAILURE_MAX = Duration.ofMinutes(1);

    private final String name;
    private final Duration pause;
    private final Mono<Boolean> work;
    private @Nullable Disposable running;

    private PeriodicJob(String name, Duration pause, Mono<Boolean> work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /// @param name for the log
    /// @param pause between two runs
    /// @param work one bounded run; true if it left work over, an empty answer counts as false
    public static PeriodicJob every(Duration pause, String name, Mono<Boolean> work) {
        return new PeriodicJob(name, pause, work);
    }

    @Override
    public synchronized void start() {
        running = Mono.defer(this::run).delayUntil(Mono::delay).repeat().subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Mono<Duration> run() {
        return work.defaultIfEmpty(false)
                .map(leftOver -> leftOver ? Duration.ZERO : pause)
                .onErrorResume(failure -> {
                    log(failure);
                    return Mono.just(pauseAfterFailure());
                });
    }

    private void log(Throwable failure) {
        LOG.warn("{} failed and will run again: {}", name, failure.toString().replaceAll("\\s+", " "));
        LOG.debug("{} failed", name, failure);
    }

    private Duration pauseAfterFailure() {
        Duration most = pause.compareTo(AFTER_FAILURE_MAX) > 0 ? pause : AFTER_FAILURE_MAX;
        Duration several = pause.multipliedBy(PAUSES_AFTER_FAILURE);
        return several.compareTo(most) < 0 ? several : most;
    }
}
