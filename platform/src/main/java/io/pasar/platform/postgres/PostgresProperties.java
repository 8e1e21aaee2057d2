package io.pasar.platform.postgres;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the service reaches PostgreSQL. Durations take a unit: `500ms`, `5s`.
///
/// @param url where the database is: `r2dbc:postgresql://user:password@host:port/database`, options such as
///     `?sslMode=require` included; by default the environment's `PASAR_POSTGRES_URL`
/// @param connectionsMax the most connections the pool holds, 1 to 500
/// @param connectTimeout how long opening one connection may take
/// @param acquireTimeout how long a caller waits for a connection of the pool
/// @param statementTimeout how long one statement may run before the server ends it
/// @param lockTimeout how long one statement may wait for a lock before the server ends it
/// @param idleInTransactionTimeout how long a transaction may stay open without a statement
/// @param idleTime how long an unused connection is kept
/// @param lifeTime how old a connection may become
@Validated
@ConfigurationProperties("pasar.postgres")
public record PostgresProperties(
        @NotNull
        @Pattern(
                regexp = "r2dbc:(postgresql|postgres)://.+/.+",
                message = "must be r2dbc:postgresql://user:password@host:port/database (PASAR_POSTGRES_URL)")
        String url,

        @DefaultValue("20") @Min(1) @Max(500) int connectionsMax,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("8s") @DurationMin(millis = 1) Duration acquireTimeout,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration statementTimeout,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration lockTimeout,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration idleInTransactionTimeout,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration idleTime,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration lifeTime) {

    /// Without the password the URL may carry.
    @Override
    public String toString() {
        return "PostgresProperties[connectionsMax=" + connectionsMax + "]";
    }
}
