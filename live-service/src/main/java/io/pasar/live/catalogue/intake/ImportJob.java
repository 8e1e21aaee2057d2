package io.pasar.live.catalogue.intake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/// Owns the workers that carry imports out, from the start of the service to its end. A worker that fails pauses
/// and looks again. Stopping gives the imports to other nodes; the batch under way commits before that, or finds
/// that it was overtaken and rolls back.
@Component
class ImportJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final Duration RELEASE_WITHIN = Duration.ofSeconds(2);
    private static final EmitFailureHandler SPIN = EmitFailureHandler.busyLooping(Duration.ofMillis(5));

    private final ImportRunService imports;
    private final ImportProperties settings;
    private final List<UUID> workers;
    private final Sinks.Many<Boolean> calls = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable running;

    ImportJob(ImportRunService imports, ImportProperties settings) {
        this.imports = imports;
        this.settings = settings;
        this.workers = IntStream.range(0, settings.workers())
                .mapToObj(_ -> UUID.randomUUID())
                .toList();
    }

    /// There may be a new import: look now.
    void wake() {
        calls.emitNext(true, SPIN);
    }

    @Override
    public void start() {
        running = Flux.fromIterable(workers)
                .flatMap(this::work, Math.max(1, workers.size()))
                .subscribe();
    }

    @Override
    public void stop(Runnable callback) {
        Disposable current = running;
        running = null;
        if (current == null) {
            callback.run();
            return;
        }
        current.dispose();
        Flux.fromIterable(workers)
                .concatMap(imports::release)
                .then()
                .timeout(RELEASE_WITHIN)
                .onErrorComplete()
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Flux<Void> work(UUID worker) {
        return Mono.defer(() -> imports.next(worker))
                .hasElement()
                .onErrorResume(this::noted)
                .filter(worked -> !worked)
                .flatMap(_ -> pause())
                .repeat();
    }

    private Mono<Boolean> noted(Throwable failure) {
        if (failure instanceof OvertakenException) {
            LOG.info("Left an import: {}", failure.getMessage());
            return Mono.just(true);
        }
        LOG.warn("An import stopped and is tried again: {}", failure.toString());
        LOG.debug("An import stopped", failure);
        return Mono.just(false);
    }

    private Mono<Void> pause() {
        return Mono.firstWithSignal(
                Mono.delay(settings.poll()).then(), calls.asFlux().next().then());
    }
}
