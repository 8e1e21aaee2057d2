package io.pasar.live.connection;

import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.AppendScript.Blank;
import io.pasar.live.connection.AppendScript.Entry;
import io.pasar.platform.socket.SocketFrames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to rooms and members through Redis: one script call a kept event, one publication a passing one.
final class RoomLogPublisher implements RoomPublisher, KeptEventStore {

    private final RedisClusterReactiveCommands<String, String> redis;
    private final AppendScript append;
    private final RoomFeedHub feeds;
    private final PassingRelay passing;
    private final SocketFrames frames;
    private final JsonMapper mapper;
    private final Clock clock;

    RoomLogPublisher(
            RedisClusterReactiveCommands<String, String> redis,
            AppendScript append,
            RoomFeedHub feeds,
            PassingRelay passing,
            SocketFrames frames,
            JsonMapper mapper,
            Clock clock) {
        this.redis = redis;
        this.append = append;
        this.feeds = feeds;
        this.passing = passing;
        this.frames = frames;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Mono<Long> keep(RoomId room, String type, Object data, @Nullable EventId once) {
        return append(room, type, data, once, Blank.NONE);
    }

    @Override
    public Mono<Long> erase(RoomId room, long seq, Object cover, String type, Object data) {
        return append(room, type, data, null, new Blank(seq, mapper.writeValueAsString(cover)))
                .filter(appended -> appended > 0);
    }

    @Override
    public Mono<KeptEvent> find(RoomId room, long seq) {
        String id = seq + "-0";
        return redis.xrange(RoomKeys.log(room), Range.create(id, id)).next().map(entry -> event(seq, entry));
    }

    @Override
    public Mono<Void> pass(RoomId room, String type, Object data) {
        return publish(
                RoomKeys.channel(room), news(type, Optional.empty(), 0, data).encoded());
    }

    @Override
    public Mono<Void> passNewest(RoomId room, String type, String mergeKey, long version, Object data) {
        Optional<String> key = Optional.of(type + ':' + mergeKey);
        return Mono.fromRunnable(() -> passing.offer(room, news(type, key, version, data)));
    }

    @Override
    public Mono<Void> tell(MemberId member, String type, Object data) {
        return publish(RoomKeys.channel(member), text(type, data));
    }

    private Mono<Long> append(RoomId room, String type, Object data, @Nullable EventId once, Blank blank) {
        return Mono.defer(() -> {
                    Entry entry = new Entry(room, type, clock.instant(), mapper.writeValueAsString(data));
                    RoomPosition seen = feeds.position(room).orElse(null);
                    return append.run(entry, once, blank, UUID.randomUUID().toString(), seen);
                })
                .map(RoomPosition::seq);
    }

    private Mono<Void> publish(String channel, String message) {
        return redis.publish(channel, message).then();
    }

    private RoomNews.Passing news(String type, Optional<String> mergeKey, long version, Object data) {
        return new RoomNews.Passing(mergeKey, version, text(type, data));
    }

    private String text(String type, Object data) {
        return new String(frames.event(type, data), StandardCharsets.UTF_8);
    }

    private KeptEvent event(long seq, StreamMessage<String, String> entry) {
        Map<String, String> fields = entry.getBody();
        Instant at = Instant.parse(fields.getOrDefault("at", ""));
        return new KeptEvent(seq, fields.getOrDefault("t", ""), at, mapper.readTree(fields.getOrDefault("d", "{}")));
    }
}
