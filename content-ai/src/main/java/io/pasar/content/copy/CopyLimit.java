package io.pasar.content.copy;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits of copy.
enum CopyLimit implements RateLimit {
    /// Requests of one member.
    COPY("copy", 60, Duration.ofMinutes(1), true);

    private final String limitName;
    private final int burst;
    private final Duration per;
    private final boolean failOpen;

    CopyLimit(String limitName, int burst, Duration per, boolean failOpen) {
        this.limitName = limitName;
        this.burst = burst;
        this.per = per;
        this.failOpen = failOpen;
    }

    @Override
    public String limitName() {
        return limitName;
    }

    @Override
    public int burst() {
        return burst;
    }

    @Override
    public Duration per() {
        return per;
    }

    @Override
    public boolean failOpen() {
        return failOpen;
    }
}
