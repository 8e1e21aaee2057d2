package io.pasar.community.token;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits on guessing passwords. They count failures: an attempt that succeeds gives back what it took. They
/// fail closed, because guessing must not become free when Redis is away.
final class TokenLimit {

    /// One handle from one address.
    static final RateLimit SIGN_IN_HANDLE_ADDRESS =
            RateLimit.closed("sign-in-handle-address", 10, Duration.ofMinutes(15));

    /// One handle from wherever: a thousand addresses together get no further.
    static final RateLimit SIGN_IN_HANDLE = RateLimit.closed("sign-in-handle", 100, Duration.ofHours(1));

    /// One address on whatever handles; as wide as a campus behind one address needs.
    static final RateLimit SIGN_IN_ADDRESS = RateLimit.closed("sign-in-address", 600, Duration.ofMinutes(10));

    private TokenLimit() {}
}
