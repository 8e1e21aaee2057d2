package io.pasar.platform.limit;

import reactor.core.publisher.Mono;

/// Counts against rate limits.
public interface RateLimiter {

    /// Takes one from the limit of `subject`.
    ///
    /// @param subject whose limit, such as a member id or an address; hashed before it becomes part of a key
    /// @return empty if allowed; else a `too-many-requests` problem with `Retry-After`, `RateLimit` and
    ///     `RateLimit-Policy`
    Mono<Void> acquire(RateLimit limit, String subject);

    /// Gives back one that [#acquire] took, for what turned out not to count, such as a password that was
    /// right. Never fails: while Redis cannot be asked, nothing is given back.
    Mono<Void> giveBack(RateLimit limit, String subject);
}
