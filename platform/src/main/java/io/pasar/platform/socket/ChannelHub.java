package io.pasar.platform.socket;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/// This process's subscriptions to Redis channels, all on one connection, one listener a channel.
public final class ChannelHub implements AutoCloseable {

    private final StatefulRedisPubSubConnection<String, String> connection;
    private final Map<String, ChannelListener> listeners = new ConcurrentHashMap<>();

    ChannelHub(StatefulRedisPubSubConnection<String, String> connection) {
        this.connection = connection;
        connection.addListener(new Dispatcher());
    }

    /// Subscribes; completes once everything published from now on will be heard.
    ///
    /// @throws IllegalStateException if the channel has a listener already
    public Mono<Void> open(String channel, ChannelListener listener) {
        return Mono.defer(() -> Mono.fromCompletionStage(subscribe(channel, listener)))
                .doOnError(_ -> close(channel));
    }

    /// Unsubscribes; nothing is heard any more when this returns.
    public synchronized void close(String channel) {
        listeners.remove(channel);
        var _ = connection.async().unsubscribe(channel);
    }

    @Override
    public void close() {
        connection.close();
    }

    private synchronized RedisFuture<Void> subscribe(String channel, ChannelListener listener) {
        if (listeners.putIfAbsent(channel, listener) != null) {
            throw new IllegalStateException("the channel is open already");
        }
        return connection.async().subscribe(channel);
    }

    private final class Dispatcher extends RedisPubSubAdapter<String, String> {

        @Override
        public void message(String channel, String text) {
            Optional.ofNullable(listeners.get(channel)).ifPresent(listener -> listener.message(text));
        }

        @Override
        public void subscribed(String channel, long count) {
            Optional.ofNullable(listeners.get(channel)).ifPresent(ChannelListener::subscribed);
        }
    }
}
