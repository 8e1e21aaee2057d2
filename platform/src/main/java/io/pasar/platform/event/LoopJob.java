package io.pasar.platform.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Owns the subscription of one [LoopPart]: step, pause, step, pause, until it is stopped.
///
/// A step that fails is followed by a pause that doubles with every failure in a row up to `pauseMax`, so a
/// server that is away costs neither a busy loop nor a restart. Stopping cuts pauses short, lets the step that
/// is under way end, and cancels it after `stopWithin`; its transaction then ends by itself. A loop that was
/// stopped can be started again.
final class LoopJob {

    private static final Logger LOG = LoggerFactory.getLogger(LoopJob.class);
    private static final int DOUBLINGS_MAX = 20;
    private static final int CAUSES_MAX = 16;

    private final LoopPart part;
    private final EventProperties properties;
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile Sinks.Empty<Void> stopped = Sinks.empty();
    private volatile boolean closed;
    private volatile @Nullable Disposable running;
    private int failures;

    LoopJob(LoopPart part, EventProperties properties) {
        this.part = part;
        this.properties = properties;
    }

    void start() {
        Sinks.Empty<Void> end = Sinks.empty();
        stopped = end;
        stopping = Sinks.empty();
        closed = false;
        part.opening();
        running = Mono.defer(this::turn)
                .repeat(() -> !closed)
                .then(Mono.defer(part::farewell))
                .doFinally(_ -> end.tryEmitEmpty())
                .subscribe(
                        _ -> {}, failure -> LOG.warn("{} could not say farewell: {}", part.name(), failure.toString()));
    }

    /// Ends with the loop, at the latest after `stopWithin`.
    Mono<Void> stop() {
        return Mono.defer(() -> {
                    closed = true;
                    part.closing();
                    stopping.tryEmitEmpty();
                    return running == null ? Mono.<Void>empty() : stopped.asMono();
                })
                .timeout(properties.stopWithin(), Mono.fromRunnable(this::cut));
    }

    private void cut() {
        LOG.warn(
                "{} did not end within {}; nobody waits for its current step any more",
                part.name(),
                properties.stopWithin());
        if (running != null) {
            running.dispose();
        }
    }

    private Mono<Void> turn() {
        return Mono.defer(part::step)
                .doOnNext(_ -> succeeded())
                .flatMap(this::pause)
                .onErrorResume(this::backOff);
    }

    private Mono<Void> pause(Duration limit) {
        return limit.isZero() ? Mono.empty() : part.pause(limit).takeUntilOther(stopping.asMono());
    }

    private Mono<Void> backOff(Throwable failure) {
        failures++;
        if (failures == 1) {
            LOG.warn("{} failed and tries again: {}", part.name(), summary(failure));
        }
        LOG.debug("{} failed {} times in a row", part.name(), failures, failure);
        return Mono.delay(pauseAfter(failures)).then().takeUntilOther(stopping.asMono());
    }

    /// One line on the first cause; messages further out repeat whole statements.
    private static String summary(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < CAUSES_MAX && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("");
    }

    private Duration pauseAfter(int failuresInARow) {
        Duration doubled = properties.pauseFirst().multipliedBy(1L << Math.min(failuresInARow - 1, DOUBLINGS_MAX));
        return doubled.compareTo(properties.pauseMax()) < 0 ? doubled : properties.pauseMax();
    }

    private void succeeded() {
        if (failures > 0) {
            LOG.info("{} works again after {} failures", part.name(), failures);
            failures = 0;
        }
    }
}
