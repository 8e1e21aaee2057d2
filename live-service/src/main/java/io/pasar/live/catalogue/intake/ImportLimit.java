package io.pasar.live.catalogue.intake;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits on uploads of catalogue files.
enum ImportLimit implements RateLimit {
    /// Uploads of one member, refused ones included: each may bring 32 MiB.
    UPLOADS("product-imports", 60, Duration.ofMinutes(1));

    private final String limitName;
    private final int burst;
    private final Duration per;

    ImportLimit(String limitName, int burst, Duration per) {
        this.limitName = limitName;
        this.burst = burst;
        this.per = per;
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
        return true;
    }
}
