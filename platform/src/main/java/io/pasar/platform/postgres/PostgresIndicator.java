package io.pasar.platform.postgres;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Ready while PostgreSQL answers.
final class PostgresIndicator extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseClient database;

    PostgresIndicator(DatabaseClient database) {
        super("PostgreSQL does not answer");
        this.database = database;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return database.sql("SELECT 1")
                .fetch()
                .first()
                .timeout(PATIENCE)
                .map(_ -> builder.up().build());
    }
}
