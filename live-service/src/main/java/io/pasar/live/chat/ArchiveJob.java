package io.pasar.live.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Writes what was said into the archive, many messages a statement. The room never waits for it: a process that
/// is killed loses the messages of the last tick from the archive (not from the room), and when PostgreSQL is
/// away for long, those that do not fit.
@Component
class ArchiveJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration STOP_MAX = Duration.ofSeconds(3);
    private static final Duration RETRY_FIRST = Duration.ofMillis(100);
    private static final int RETRIES = 5;
    private static final int BATCH_MAX = 500;
    private static final int WAITING_MAX = 20_000;

    private final ArchiveStore archive;
    private final BlockingQueue<SaidMessage> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final BlockingQueue<Deletion> deletions = new LinkedBlockingQueue<>(WAITING_MAX);
    private @Nullable Disposable running;

    ArchiveJob(ArchiveStore archive) {
        this.archive = archive;
    }

    void add(SaidMessage said) {
        if (!waiting.offer(said)) {
            LOG.warn("The chat archive cannot keep up; message {} of room {} is missing", said.seq(), said.room());
        }
    }

    void add(Deletion deletion) {
        if (!deletions.offer(deletion)) {
            LOG.warn("The chat archive cannot keep up; a deletion in room {} is missing", deletion.room());
        }
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(TICK)
                .onBackpressureDrop()
                .concatMap(_ -> flush(), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public synchronized void stop(Runnable done) {
        if (running != null) {
            running.dispose();
            running = null;
        }
        flush().timeout(STOP_MAX, Mono.empty()).doFinally(_ -> done.run()).subscribe();
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /// After the sockets, which may still say something while they drain.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    /// Deletions after the messages said before them.
    private Mono<Void> flush() {
        return Mono.defer(() -> {
            List<Deletion> later = new ArrayList<>();
            deletions.drainTo(later);
            return Mono.defer(this::flushMessages)
                    .repeat(() -> !waiting.isEmpty())
                    .then(Mono.defer(() -> mark(later)));
        });
    }

    private Mono<Void> flushMessages() {
        List<SaidMessage> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH_MAX);
        return batch.isEmpty() ? Mono.empty() : insisting(archive.add(batch), batch.size());
    }

    private Mono<Void> mark(List<Deletion> later) {
        return Flux.fromIterable(later)
                .concatMap(deletion -> insisting(archive.markDeleted(deletion), 1))
                .then();
    }

    private static Mono<Void> insisting(Mono<Void> write, int rows) {
        return write.retryWhen(Retry.backoff(RETRIES, RETRY_FIRST))
                .doOnError(failure -> LOG.error("{} entries are missing in the chat archive", rows, failure))
                .onErrorComplete();
    }
}
