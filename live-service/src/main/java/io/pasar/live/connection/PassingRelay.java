package io.pasar.live.connection;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.kernel.id.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sends, a few times a second, the newest of each merged passing event. What has not been sent when the
/// process ends is not missed: it was passing.
final class PassingRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PassingRelay.class);
    private static final int WAITING_MAX = 10_000;
    private static final int PUBLISHING_MAX = 32;

    private final RedisClusterReactiveCommands<String, String> redis;
    private final RoomProperties limits;
    private final Map<Slot, RoomNews.Passing> waiting = new ConcurrentHashMap<>();
    private @Nullable Disposable running;

    private record Slot(RoomId room, String mergeKey) {}

    PassingRelay(RedisClusterReactiveCommands<String, String> redis, RoomProperties limits) {
        this.redis = redis;
        this.limits = limits;
    }

    /// Takes an event unless a newer one with its merge key waits.
    void offer(RoomId room, RoomNews.Passing news) {
        Slot slot = new Slot(room, news.mergeKey().orElse(""));
        if (waiting.size() < WAITING_MAX || waiting.containsKey(slot)) {
            waiting.merge(slot, news, (old, young) -> young.version() >= old.version() ? young : old);
        }
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(limits.passingEvery())
                .onBackpressureDrop()
                .concatMap(_ -> flush(), 1)
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

    /// Still there while sockets drain.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    private Mono<Void> flush() {
        return Flux.fromIterable(taken())
                .flatMap(this::publish, PUBLISHING_MAX)
                .then()
                .doOnError(failure -> LOG.warn("Passing events were not sent: {}", failure.toString()))
                .onErrorComplete();
    }

    private List<Map.Entry<Slot, RoomNews.Passing>> taken() {
        List<Map.Entry<Slot, RoomNews.Passing>> taken = new ArrayList<>();
        for (Slot slot : List.copyOf(waiting.keySet())) {
            RoomNews.Passing news = waiting.remove(slot);
            if (news != null) {
                taken.add(Map.entry(slot, news));
            }
        }
        return taken;
    }

    private Mono<Long> publish(Map.Entry<Slot, RoomNews.Passing> entry) {
        return redis.publish(
                RoomKeys.channel(entry.getKey().room()), entry.getValue().encoded());
    }
}
