package io.pasar.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.protocol.RedisCommand;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `redis`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
public class RedisConfiguration {

    static final Duration QUIET_PERIOD = Duration.ZERO;
    static final Duration SHUTDOWN_MAX = Duration.ofSeconds(2);

    @Bean(destroyMethod = "close")
    RedisConnections redisConnections(RedisProperties settings) {
        List<RedisURI> nodes = RedisNodes.of(settings.url()).stream()
                .map(node -> address(node, settings))
                .toList();
        return nodes.size() == 1
                ? new SingleRedisClient(nodes.getFirst(), options(settings))
                : new ClusterRedisClient(nodes, options(settings));
    }

    @Bean
    RedisClusterReactiveCommands<String, String> redisCommands(RedisConnections redis) {
        return redis.commands();
    }

    @Bean
    RedisIndicator redisHealthIndicator(RedisConnections redis) {
        return new RedisIndicator(redis);
    }

    private static RedisURI address(String node, RedisProperties settings) {
        RedisURI address = RedisURI.create(node);
        address.setTimeout(settings.commandTimeout());
        return address;
    }

    private static ClientOptions options(RedisProperties settings) {
        return ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(RedisConfiguration::giveUp)
                .requestQueueSize(settings.queuedCommandsMax())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.connectTimeout())
                        .keepAlive(true)
                        .tcpNoDelay(true)
                        .build())
                .timeoutOptions(TimeoutOptions.builder()
                        .timeoutSource(new CommandTimeouts(settings))
                        .build())
                .build();
    }

    /// Ends a command that was on its way when the connection broke: whether Redis ran it is unknown, and only
    /// the caller can tell whether to ask again.
    private static boolean giveUp(@Nullable RedisCommand<?, ?, ?> command) {
        if (command != null) {
            command.completeExceptionally(new RedisConnectionException("connection lost while the command ran"));
        }
        return true;
    }
}
