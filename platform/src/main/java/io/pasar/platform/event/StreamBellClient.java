package io.pasar.platform.event;

import io.lettuce.core.XReadArgs;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.platform.redis.RedisConnections;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Rings when a stream grows, on a connection of its own because the command blocks. It only says that there is
/// something; entries are handed out by [TakeScript]. So an answer lost on the way costs time and nothing else.
final class StreamBellClient {

    private final StreamKey key;
    private final EventProperties properties;
    private final Mono<RedisClusterReactiveCommands<String, String>> connection;

    StreamBellClient(StreamKey key, RedisConnections redis, EventProperties properties) {
        this.key = key;
        this.properties = properties;
        this.connection = Mono.fromCallable(redis::dedicated)
                .subscribeOn(Schedulers.boundedElastic())
                .cacheInvalidateIf(_ -> false);
    }

    /// Waits until the stream holds an entry after this one, at most this long.
    Mono<Void> await(StreamOffset newest, Duration limit) {
        return connection.flatMap(redis -> read(redis, newest, limit)).timeout(limit.plus(properties.commandTimeout()));
    }

    @SuppressWarnings("unchecked") // a generic array of one for the varargs
    private Mono<Void> read(RedisClusterReactiveCommands<String, String> redis, StreamOffset newest, Duration limit) {
        XReadArgs waiting = XReadArgs.Builder.block(limit).count(1);
        return redis.xread(waiting, XReadArgs.StreamOffset.from(key.stream(), newest.value()))
                .then();
    }
}
