package io.pasar.platform.redis;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/// Ready while Redis answers.
final class RedisIndicator extends AbstractReactiveHealthIndicator {

    private final RedisConnections redis;

    RedisIndicator(RedisConnections redis) {
        super("Redis does not answer");
        this.redis = redis;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return redis.commands().ping().map(_ -> builder.up().build());
    }
}
