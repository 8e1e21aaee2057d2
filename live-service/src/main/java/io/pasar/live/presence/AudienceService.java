package io.pasar.live.presence;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomAudiencePart;
import io.pasar.live.room.RoomSummaryPart;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many watch each room now, and how many did at most.
@Service
class AudienceService implements RoomAudiencePart, RoomSummaryPart {

    private static final int READS_MAX = 16;

    private final RedisClusterReactiveCommands<String, String> redis;
    private final PeakStore peaks;
    private final Clock clock;

    AudienceService(RedisClusterReactiveCommands<String, String> redis, PeakStore peaks, Clock clock) {
        this.redis = redis;
        this.peaks = peaks;
        this.clock = clock;
    }

    @Override
    public Mono<Map<RoomId, Audience>> of(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? Mono.just(Map.of())
                : Mono.zip(viewers(rooms), peaks.find(rooms), AudienceService::both);
    }

    @Override
    public Mono<Map<String, Object>> of(RoomId room) {
        return peaks.find(List.of(room)).map(found -> Map.of("peakViewers", found.getOrDefault(room, 0)));
    }

    private Mono<Map<RoomId, Integer>> viewers(Collection<RoomId> rooms) {
        return Flux.fromIterable(rooms)
                .flatMap(this::viewers, READS_MAX)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map.Entry<RoomId, Integer>> viewers(RoomId room) {
        long now = clock.millis();
        return redis.hvals(PresenceKeys.nodes(room))
                .map(report -> NodeReport.parse(report).viewersAt(now))
                .reduce(0, Integer::sum)
                .map(viewers -> Map.entry(room, viewers));
    }

    private static Map<RoomId, Audience> both(Map<RoomId, Integer> viewers, Map<RoomId, Integer> peaks) {
        Map<RoomId, Audience> both = new HashMap<>();
        peaks.forEach((room, peak) -> both.put(room, new Audience(0, peak)));
        viewers.forEach((room, now) ->
                both.merge(room, new Audience(now, now), (old, _) -> new Audience(now, Math.max(now, old.peak()))));
        return both;
    }
}
