package io.pasar.platform.limit;

import java.time.Duration;

/// A limit as data: features name theirs as constants of a class, and calls carry [RateLimited].
///
/// The algorithm is the generic cell rate algorithm: `burst` at once, then one each `per / burst`.
///
/// @param limitName stable kebab-case name: part of the Redis key, the setting `pasar.limits.<name>` and the
///     `RateLimit-Policy` header
/// @param burst how many are allowed at once, and in every `per`
/// @param per the window in which the burst refills
/// @param failOpen whether calls pass while Redis cannot be asked; protection of secrets fails closed
public record RateLimit(String limitName, int burst, Duration per, boolean failOpen) {

    /// A limit that calls pass while Redis cannot be asked.
    public static RateLimit open(String limitName, int burst, Duration per) {
        return new RateLimit(limitName, burst, per, true);
    }

    /// A limit that refuses calls while Redis cannot be asked.
    public static RateLimit closed(String limitName, int burst, Duration per) {
        return new RateLimit(limitName, burst, per, false);
    }
}
