package io.pasar.live.figure;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How rooms are sampled for their host's charts.
///
/// @param sampleEvery how far samples are apart
/// @param keep how long they are kept; counts of facts stay
@Validated
@ConfigurationProperties("pasar.figure")
record FigureProperties(
        @NotNull @DefaultValue("10s") Duration sampleEvery,
        @NotNull @DefaultValue("30d") Duration keep) {}
