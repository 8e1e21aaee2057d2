package io.pasar.live.presence;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.RoomPublisher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Adds up this node's reactions and, each tick, adds them to the room's totals and tells the room: one frame a
/// room and tick, however many likes. What was added since the last tick is lost if the process is killed.
final class ReactionRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReactionRelay.class);
    private static final int ROOMS_AT_ONCE = 16;

    private final RedisClusterReactiveCommands<String, String> redis;
    private final RoomPublisher publisher;
    private final PresenceProperties settings;
    private final Map<RoomId, Map<ReactionKind, Integer>> waiting = new ConcurrentHashMap<>();
    private @Nullable Disposable running;

    ReactionRelay(
            RedisClusterReactiveCommands<String, String> redis, RoomPublisher publisher, PresenceProperties settings) {
        this.redis = redis;
        this.publisher = publisher;
        this.settings = settings;
    }

    void add(RoomId room, ReactionKind kind, int times) {
        waiting.compute(room, (_, counts) -> {
            Map<ReactionKind, Integer> sum = counts == null ? new EnumMap<>(ReactionKind.class) : counts;
            sum.merge(kind, times, Integer::sum);
            return sum;
        });
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(settings.countEvery())
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

    private Mono<Void> flush() {
        List<Mono<Void>> rooms = new ArrayList<>();
        for (RoomId room : List.copyOf(waiting.keySet())) {
            Map<ReactionKind, Integer> counts = waiting.remove(room);
            if (counts != null) {
                rooms.add(flush(room, counts));
            }
        }
        return Flux.fromIterable(rooms).flatMap(sent -> sent, ROOMS_AT_ONCE).then();
    }

    private Mono<Void> flush(RoomId room, Map<ReactionKind, Integer> counts) {
        String key = PresenceKeys.reactions(room);
        return Flux.fromIterable(counts.entrySet())
                .concatMap(count -> redis.hincrby(key, nameOf(count.getKey()), count.getValue()))
                .then(Mono.defer(() -> redis.pexpire(key, settings.keptFor())))
                .then(Mono.defer(() -> totals(room)))
                .flatMap(totals -> tell(room, totals))
                .doOnError(failure -> LOG.warn("Reactions of room {} were not sent: {}", room, failure.toString()))
                .onErrorComplete();
    }

    /// Totals rise, so their sum orders what several nodes send.
    private Mono<Void> tell(RoomId room, Map<String, Long> totals) {
        long version = totals.values().stream().mapToLong(Long::longValue).sum();
        return publisher.passNewest(room, "reactions", "totals", version, Map.of("totals", totals));
    }

    Mono<Map<String, Long>> totals(RoomId room) {
        return redis.hgetall(PresenceKeys.reactions(room))
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> Long.parseLong(entry.getValue())));
    }

    private static String nameOf(ReactionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
