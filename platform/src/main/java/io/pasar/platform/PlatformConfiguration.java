package io.pasar.platform;

import io.pasar.platform.auth.AuthConfiguration;
import io.pasar.platform.event.EventConfiguration;
import io.pasar.platform.idempotency.IdempotencyConfiguration;
import io.pasar.platform.json.JsonConfiguration;
import io.pasar.platform.limit.LimitConfiguration;
import io.pasar.platform.operator.OperatorConfiguration;
import io.pasar.platform.postgres.PostgresConfiguration;
import io.pasar.platform.problem.ProblemConfiguration;
import io.pasar.platform.redis.RedisConfiguration;
import io.pasar.platform.socket.SocketConfiguration;
import io.pasar.platform.trace.TraceConfiguration;
import io.pasar.platform.web.WebConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/// Everything of the platform, for a service's application class to import.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:platform/platform.properties")
@EnableConfigurationProperties(ServiceProperties.class)
@Import({
    ProblemConfiguration.class,
    JsonConfiguration.class,
    WebConfiguration.class,
    OperatorConfiguration.class,
    AuthConfiguration.class,
    PostgresConfiguration.class,
    RedisConfiguration.class,
    IdempotencyConfiguration.class,
    LimitConfiguration.class,
    EventConfiguration.class,
    SocketConfiguration.class,
    TraceConfiguration.class,
})
public class PlatformConfiguration {}
