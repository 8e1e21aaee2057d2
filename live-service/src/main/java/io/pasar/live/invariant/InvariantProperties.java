package io.pasar.live.invariant;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often the checks run.
///
/// @param every the pause between two runs
@Validated
@ConfigurationProperties("pasar.invariant")
record InvariantProperties(@NotNull @DefaultValue("1m") Duration every) {}
