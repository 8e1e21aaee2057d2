package io.pasar.platform.limit;

import io.pasar.platform.limit.LimitProperties.Setting;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// A limit as it is in force: its default or its setting.
///
/// @param name the limit's name
/// @param burst how many at once, and in every `per`
/// @param per the window in which the burst refills
record Quota(String name, int burst, Duration per) {

    private static final Setting DEFAULT = new Setting(null, null);

    static Quota of(RateLimit limit, Map<String, Setting> settings) {
        Setting setting = settings.getOrDefault(limit.limitName(), DEFAULT);
        return new Quota(
                limit.limitName(),
                Objects.requireNonNullElse(setting.burst(), limit.burst()),
                Objects.requireNonNullElse(setting.per(), limit.per()));
    }

    /// Microseconds until one of the burst comes back.
    long intervalMicros() {
        return Math.max(1, perMicros() / burst);
    }

    /// The window in microseconds.
    long perMicros() {
        return Math.max(burst, per.toNanos() / 1_000);
    }
}
