package io.pasar.live.sale;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How closely the jobs follow the clock.
///
/// @param sweepEvery the pause between two sweeps of holds whose time is over
/// @param clockEvery the pause between two looks for sales that open or close by themselves
/// @param gaugesEvery the pause between two readings of what the gauges show
@Validated
@ConfigurationProperties("pasar.sale")
record SaleProperties(
        @NotNull @DefaultValue("250ms") Duration sweepEvery,
        @NotNull @DefaultValue("200ms") Duration clockEvery,
        @NotNull @DefaultValue("10s") Duration gaugesEvery) {}
