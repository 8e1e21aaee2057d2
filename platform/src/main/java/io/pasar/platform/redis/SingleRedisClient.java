package io.pasar.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.pasar.platform.start.ServerAway;
import io.pasar.platform.start.ServerWait;

/// [RedisConnections] to one node.
final class SingleRedisClient implements RedisConnections {

    private final RedisClient client;
    private final RedisClusterReactiveCommands<String, String> shared;

    SingleRedisClient(ClientResources resources, RedisURI node, ClientOptions options, ServerWait wait) {
        client = RedisClient.create(resources, node);
        client.setOptions(options);
        shared = connect(wait).reactive();
    }

    private StatefulRedisConnection<String, String> connect(ServerWait wait) {
        try {
            return wait.until(client::connect);
        } catch (ServerAway away) {
            close();
            throw away;
        }
    }

    @Override
    public RedisClusterReactiveCommands<String, String> commands() {
        return shared;
    }

    @Override
    public StatefulRedisPubSubConnection<String, String> pubSub() {
        return client.connectPubSub();
    }

    @Override
    public RedisClusterReactiveCommands<String, String> dedicated() {
        return client.connect().reactive();
    }

    @Override
    public void close() {
        client.shutdown(RedisConfiguration.QUIET_PERIOD, RedisConfiguration.SHUTDOWN_MAX);
    }
}
