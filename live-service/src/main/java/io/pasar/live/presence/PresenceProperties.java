package io.pasar.live.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How viewers and reactions are counted.
///
/// @param countEvery how often a node looks for changes, and sends reactions
/// @param reportEvery how often a node repeats an unchanged count
/// @param aliveFor how long a count of a node that reports no more is believed
/// @param keptFor how long totals of a quiet room are remembered
@ConfigurationProperties("pasar.presence")
record PresenceProperties(
        @DefaultValue("500ms") Duration countEvery,
        @DefaultValue("5s") Duration reportEvery,
        @DefaultValue("15s") Duration aliveFor,
        @DefaultValue("30d") Duration keptFor) {}
