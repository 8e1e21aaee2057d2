package io.pasar.content.copy;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long copy that was paid for stays.
///
/// @param keptFor how long a kept answer is given again instead of asking the model
/// @param sweepEvery how often answers older than that, and claims nobody kept, are removed
@Validated
@ConfigurationProperties("pasar.copy")
record CopyProperties(
        @DefaultValue("90d") @NotNull @DurationMin(hours = 1)
        Duration keptFor,

        @DefaultValue("10m") @NotNull @DurationMin(seconds = 1)
        Duration sweepEvery) {}
