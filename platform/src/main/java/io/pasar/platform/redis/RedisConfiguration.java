package io.pasar.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.tracing.MicrometerTracing;
import io.lettuce.core.tracing.Tracing;
import io.pasar.platform.start.ServerWait;
import io.pasar.platform.start.StartProperties;
import io.pasar.platform.trace.TraceService;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `redis`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RedisProperties.class, StartProperties.class})
public class RedisConfiguration {

    private static final String SERVER = "Redis (PASAR_REDIS_URL)";
    private static final Pattern REFUSALS = Pattern.compile("WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password");
    private static final int CAUSES_MAX = 16;

    static final Duration QUIET_PERIOD = Duration.ZERO;
    static final Duration SHUTDOWN_MAX = Duration.ofSeconds(2);

    /// The threads of all connections; each command is a span where traces are made.
    @Bean(destroyMethod = "shutdown")
    ClientResources redisResources(TraceService traces) {
        return DefaultClientResources.builder()
                .tracing(traces.isOn() ? new MicrometerTracing(traces.registry(), "redis") : Tracing.disabled())
                .build();
    }

    @Bean(destroyMethod = "close")
    RedisConnections redisConnections(RedisProperties settings, StartProperties start, ClientResources resources) {
        ServerWait wait = new ServerWait(SERVER, start.serversWithin(), RedisConfiguration::mayPass);
        List<RedisURI> nodes = RedisNodes.of(settings.url()).stream()
                .map(node -> address(node, settings))
                .toList();
        return nodes.size() == 1
                ? new SingleRedisClient(resources, nodes.getFirst(), options(settings), wait)
                : new ClusterRedisClient(resources, nodes, options(settings), wait);
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

    /// A wrong password stays wrong; a Redis that is away, still loads, or has no cluster yet may come.
    private static boolean mayPass(Exception failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .noneMatch(cause -> cause instanceof RedisCommandExecutionException refusal
                        && REFUSALS.matcher(String.valueOf(refusal.getMessage()))
                                .lookingAt());
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
