package io.pasar.platform.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How long keys are remembered. Durations and sizes take a unit: `24h`, `1MB`.
///
/// @param keep how long the answer to an HTTP request is replayed, 1 min to 30 days
/// @param commandKeep how long the answer to a socket command is replayed
/// @param patience how long a repeat waits for the first request to finish before it is told to come back
/// @param lease for slow requests outside a transaction: after what time a claim whose process died is taken
///     over
/// @param answerMax the largest answer kept; a larger one fails the request
/// @param bufferMax how many bytes of request bodies (those over 16 KiB) are held at one time; a body that does
///     not say how long it is counts with all its call takes
/// @param sweepEvery how often expired entries are deleted
@Validated
@ConfigurationProperties("pasar.idempotency")
public record IdempotencyProperties(
        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration keep,

        @DefaultValue("5m") @DurationMin(seconds = 10) @DurationMax(days = 30)
        Duration commandKeep,

        @DefaultValue("3s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration patience,

        @DefaultValue("3m") @DurationMin(seconds = 1) Duration lease,
        @DefaultValue("1MB") @NotNull DataSize answerMax,
        @DefaultValue("256MB") @NotNull DataSize bufferMax,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration sweepEvery) {}
