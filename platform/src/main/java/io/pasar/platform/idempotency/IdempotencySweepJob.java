package io.pasar.platform.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes expired keys, some at a time. Every instance of a service runs one; they leave each other's rows
/// alone.
final class IdempotencySweepJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IdempotencySweepJob.class);
    private static final int BATCH = 1_000;

    private final IdempotencyStore store;
    private final Duration every;
    private @Nullable Disposable running;

    IdempotencySweepJob(IdempotencyStore store, Duration every) {
        this.store = store;
        this.every = every;
    }

    /// Deletes all that is expired now.
    ///
    /// @return how many
    Mono<Long> sweep() {
        return store.sweep(BATCH)
                .expand(deleted -> deleted == BATCH ? store.sweep(BATCH) : Mono.empty())
                .reduce(0L, Long::sum);
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> sweep().onErrorResume(IdempotencySweepJob::nextTime), 1)
                .subscribe();
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

    private static Mono<Long> nextTime(Throwable error) {
        log.warn("expired idempotency keys stay until the next sweep: {}", error.toString());
        return Mono.empty();
    }
}
