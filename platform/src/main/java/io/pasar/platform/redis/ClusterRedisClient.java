package io.pasar.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.pasar.platform.start.ServerAway;
import io.pasar.platform.start.ServerWait;
import java.time.Duration;
import java.util.List;

/// [RedisConnections] to a cluster. Learns of moved slots and failed nodes from redirections at once, and by
/// asking every 30 s.
final class ClusterRedisClient implements RedisConnections {

    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);

    private final RedisClusterClient client;
    private final RedisClusterReactiveCommands<String, String> shared;

    ClusterRedisClient(ClientResources resources, List<RedisURI> nodes, ClientOptions options, ServerWait wait) {
        client = RedisClusterClient.create(resources, nodes);
        client.setOptions(ClusterClientOptions.builder(options)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                        .build())
                .build());
        shared = connect(wait).reactive();
    }

    private StatefulRedisClusterConnection<String, String> connect(ServerWait wait) {
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
