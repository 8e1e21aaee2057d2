package io.pasar.platform.limit;

import java.time.Duration;
import java.util.Map;

/// What Redis said to one call.
///
/// @param allowed whether it may pass
/// @param remaining how many more may pass at once
/// @param retryAfter when one may pass again; zero if allowed
/// @param fullAfter when the whole burst is back
record Grant(boolean allowed, long remaining, Duration retryAfter, Duration fullAfter) {

    /// The headers of draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it. `t` is when
    /// more comes back, in seconds, rounded up.
    Map<String, String> headers(Quota quota) {
        Duration next = allowed ? fullAfter : retryAfter;
        return Map.of(
                "RateLimit-Policy",
                "\"" + quota.name() + "\";q=" + quota.burst() + ";w="
                        + Math.max(1, quota.per().toSeconds()),
                "RateLimit",
                "\"" + quota.name() + "\";r=" + remaining + ";t=" + secondsUp(next));
    }

    private static long secondsUp(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
