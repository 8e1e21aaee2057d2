package io.pasar.platform.redis;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/// The ways to Redis, the same for one node and a cluster. A command is sent at most once: when a connection
/// breaks, what was on its way fails and is never sent again behind the caller's back, and while it is broken
/// commands fail at once. All text is UTF-8.
public interface RedisConnections extends AutoCloseable {

    /// The connection everybody shares, for commands that do not wait.
    RedisClusterReactiveCommands<String, String> commands();

    /// A new connection for subscriptions; whoever asks for it closes it. Opening blocks: ask while starting,
    /// not on an event loop.
    StatefulRedisPubSubConnection<String, String> pubSub();

    /// A new connection for commands that wait, such as `XREADGROUP … BLOCK`; closed with the service. Opening
    /// blocks: ask while starting, not on an event loop.
    RedisClusterReactiveCommands<String, String> dedicated();

    /// Closes every connection.
    @Override
    void close();
}
