package io.pasar.community.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Work that is done once at the start and then every so often, one run after the other. A run that fails is
/// logged in one line (its stack at debug level) and tried again at the next turn. Every node runs every job:
/// the work itself must bear that.
public final class PeriodicJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicJob.class);

    private final String name;
    private final Duration every;
    private final Mono<?> work;
    private volatile @Nullable Disposable running;

    /// @param every time between the end of one run and the start of the next
    public PeriodicJob(String name, Duration every, Mono<?> work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(_ -> run(), 0)
                .subscribe();
    }

    private Mono<Void> run() {
        return work.doOnError(this::log).onErrorComplete().then();
    }

    private void log(Throwable failure) {
        String inOneLine = failure.toString().replaceAll("\\s+", " ");
        LOG.warn("{} failed and will be tried again: {}", name, inOneLine);
        LOG.debug("{} failed", name, failure);
    }

    @Override
    public void stop() {
        Disposable job = running;
        if (job != null) {
            job.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
