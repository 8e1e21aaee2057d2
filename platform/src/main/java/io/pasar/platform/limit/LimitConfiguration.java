package io.pasar.platform.limit;

import io.pasar.platform.redis.RedisConnections;
import io.pasar.platform.web.MappedCallProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `limit`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

    @Bean
    RateLimiter rateLimiter(RedisConnections redis, LimitProperties settings) {
        return new RedisRateLimiter(
                new AcquireScript(redis.commands()), new GiveBackScript(redis.commands()), settings.limits());
    }

    @Bean
    RateLimitFilter rateLimitFilter(MappedCallProvider calls, RateLimiter limiter) {
        return new RateLimitFilter(calls, limiter);
    }
}
