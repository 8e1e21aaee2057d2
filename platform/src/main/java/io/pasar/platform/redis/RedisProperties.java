package io.pasar.platform.redis;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the service reaches Redis. Durations take a unit: `500ms`, `2s`.
///
/// @param url one node, `redis://user:password@host:port` (`rediss:` for TLS), or several separated by commas
///     for a cluster; nodes without a scheme take scheme and password of the first. By default the
///     environment's `PASAR_REDIS_URL`
/// @param connectTimeout how long opening a connection may take
/// @param commandTimeout how long one command may take
/// @param blockingTimeout how long a command that waits for data (`XREADGROUP … BLOCK`, `BLPOP`) may take
/// @param queuedCommandsMax the most commands that wait on one connection, before further ones are refused
@Validated
@ConfigurationProperties("pasar.redis")
public record RedisProperties(
        @NotNull
        @Pattern(
                regexp = "rediss?://.+",
                message = "must be redis://host:port, comma-separated for a cluster (PASAR_REDIS_URL)")
        String url,

        @DefaultValue("3s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration commandTimeout,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration blockingTimeout,
        @DefaultValue("20000") @Min(100) int queuedCommandsMax) {

    /// Without the password the URL may carry.
    @Override
    public String toString() {
        return "RedisProperties[commandTimeout=" + commandTimeout + "]";
    }
}
