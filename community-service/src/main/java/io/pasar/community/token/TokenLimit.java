package io.pasar.community.token;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits on guessing passwords. They count failures: an attempt that succeeds gives back what it took. They
/// fail closed, because guessing must not become free when Redis is away.
enum TokenLimit implements RateLimit {
    /// One handle from one address.
    SIGN_IN_HANDLE_ADDRESS("sign-in-handle-address", 10, Duration.ofMinutes(15)),
    /// One handle from wherever: a thousand addresses together get no further.
    SIGN_IN_HANDLE("sign-in-handle", 100, Duration.ofHours(1)),
    /// One address on whatever handles; as wide as a campus behind one address needs.
    SIGN_IN_ADDRESS("sign-in-address", 600, Duration.ofMinutes(10));

    private final String limitName;
    private final int burst;
    private final Duration per;

    TokenLimit(String limitName, int burst, Duration per) {
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
        return false;
    }
}
