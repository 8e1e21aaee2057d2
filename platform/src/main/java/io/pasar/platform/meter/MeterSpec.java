package io.pasar.platform.meter;

import io.micrometer.core.instrument.Meter;
import java.util.List;

/// What a meter is.
///
/// @param name in Micrometer's form, such as `pasar.sale.holds`
/// @param kind counter, gauge or timer
/// @param unit what one is; `seconds` for timers
/// @param tags names of what its series are told apart by; values come from closed lists, never from people
/// @param says one sentence for people: what it counts and what a high value means
public record MeterSpec(String name, Meter.Type kind, String unit, List<String> tags, String says) {

    /// Checks that the name is ours.
    public MeterSpec {
        tags = List.copyOf(tags);
        if (!name.matches("pasar(\\.[a-z]+)+")) {
            throw new IllegalArgumentException("a meter is named pasar.feature.what, not " + name);
        }
    }

    /// Something that only grows while the process lives.
    public static MeterSpec counter(String name, String unit, String says, String... tags) {
        return new MeterSpec(name, Meter.Type.COUNTER, unit, List.of(tags), says);
    }

    /// Something that goes up and down.
    public static MeterSpec gauge(String name, String unit, String says, String... tags) {
        return new MeterSpec(name, Meter.Type.GAUGE, unit, List.of(tags), says);
    }

    /// How long something takes, and how often it happens.
    public static MeterSpec timer(String name, String says, String... tags) {
        return new MeterSpec(name, Meter.Type.TIMER, "seconds", List.of(tags), says);
    }
}
