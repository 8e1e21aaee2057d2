package io.pasar.platform.meter;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// One meter of a feature. Each feature has an enum of them; whoever writes a meter down goes through its
/// constant, so that nothing is measured that is not documented.
public interface FeatureMeter extends MeterDocumentation {

    /// What this meter is; the same every time.
    MeterSpec spec();

    @Override
    default String getName() {
        return spec().name();
    }

    @Override
    default Meter.Type getType() {
        return spec().kind();
    }

    @Override
    default String getBaseUnit() {
        return spec().unit();
    }

    @Override
    default KeyName[] getKeyNames() {
        return spec().tags().stream().map(tag -> (KeyName) () -> tag).toArray(KeyName[]::new);
    }

    /// The counter for these values of the tags, in the order of [MeterSpec#tags()].
    default Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(getName())
                .baseUnit(getBaseUnit())
                .description(spec().says())
                .tags(tags(values))
                .register(registry);
    }

    /// The timer for these values of the tags; shows its median and 99th percentile.
    default Timer timer(MeterRegistry registry, String... values) {
        return Timer.builder(getName())
                .description(spec().says())
                .tags(tags(values))
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /// Reads the value whenever somebody looks.
    default void gauge(MeterRegistry registry, Supplier<Number> value, String... values) {
        Gauge.builder(getName(), value)
                .baseUnit(getBaseUnit())
                .description(spec().says())
                .tags(tags(values))
                .register(registry);
    }

    /// @throws IllegalArgumentException unless there is one value for each tag
    default Tags tags(String... values) {
        List<String> names = spec().tags();
        if (names.size() != values.length) {
            throw new IllegalArgumentException(getName() + " has the tags " + names);
        }
        return Tags.of(IntStream.range(0, values.length)
                .mapToObj(i -> Tag.of(names.get(i), values[i]))
                .toList());
    }
}
