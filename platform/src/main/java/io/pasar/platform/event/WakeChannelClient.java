package io.pasar.platform.event;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.pasar.platform.redis.RedisConnections;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Tells the instance that relays that another one has committed events. Best effort: a message that is lost
/// costs at most one `poll`. (PostgreSQL's `NOTIFY` would do too, but it makes commits queue for one lock.)
final class WakeChannelClient implements LoopPart {

    private final StreamKey key;
    private final RedisConnections redis;
    private final WakeGate wake;
    private final EventProperties properties;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> connection;

    WakeChannelClient(StreamKey key, RedisConnections redis, WakeGate wake, EventProperties properties) {
        this.key = key;
        this.redis = redis;
        this.wake = wake;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "listener on " + key.wakeChannel();
    }

    /// Wakes the relaying instance.
    Mono<Void> ring() {
        return redis.commands().publish(key.wakeChannel(), "").then();
    }

    /// Subscribes once; the connection subscribes again by itself when it was cut.
    @Override
    public Mono<Duration> step() {
        Mono<Void> listening = connection == null ? listen() : Mono.empty();
        return listening.thenReturn(properties.lease());
    }

    private Mono<Void> listen() {
        return Mono.fromCallable(redis::pubSub)
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(this::openGateOnMessage)
                .flatMap(opened -> opened.reactive().subscribe(key.wakeChannel()));
    }

    private void openGateOnMessage(StatefulRedisPubSubConnection<String, String> opened) {
        connection = opened;
        opened.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                wake.open();
            }
        });
    }

    @Override
    public Mono<Void> farewell() {
        StatefulRedisPubSubConnection<String, String> opened = connection;
        connection = null;
        return opened == null ? Mono.empty() : Mono.fromFuture(opened::closeAsync);
    }
}
