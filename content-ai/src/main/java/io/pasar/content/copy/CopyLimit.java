package io.pasar.content.copy;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits of copy.
final class CopyLimit {

    /// Requests of one member.
    static final RateLimit COPY = RateLimit.open("copy", 60, Duration.ofMinutes(1));

    private CopyLimit() {}
}
