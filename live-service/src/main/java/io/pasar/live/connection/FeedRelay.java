package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps this node's feeds current: reads the log where something is missing, compares positions now and then
/// (a publication can be lost without anybody noticing), and closes feeds nobody needs.
final class FeedRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRelay.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int READS_MAX = 16;

    private final RoomFeedHub rooms;
    private final MemberFeedHub members;
    private final RoomProperties limits;
    private @Nullable Disposable running;

    FeedRelay(RoomFeedHub rooms, MemberFeedHub members, RoomProperties limits) {
        this.rooms = rooms;
        this.members = members;
        this.limits = limits;
    }

    @Override
    public synchronized void start() {
        Disposable catchingUp = rooms.behind().flatMap(this::catchUp, READS_MAX).subscribe();
        Disposable checking = Flux.interval(limits.checkEvery())
                .onBackpressureDrop()
                .concatMap(_ -> checkAll(), 1)
                .subscribe();
        Disposable sweeping =
                Flux.interval(SWEEP).onBackpressureDrop().doOnNext(_ -> sweep()).subscribe();
        running = Disposables.composite(catchingUp, checking, sweeping);
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

    /// Still there while sockets drain.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    private Mono<Void> checkAll() {
        return Flux.fromIterable(rooms.rooms())
                .flatMap(this::catchUp, READS_MAX)
                .then();
    }

    private Mono<Void> catchUp(RoomId room) {
        return rooms.catchUp(room)
                .doOnError(failure -> LOG.warn("Room {} could not catch up: {}", room, failure.toString()))
                .onErrorComplete();
    }

    private void sweep() {
        rooms.sweep();
        members.sweep();
    }
}
