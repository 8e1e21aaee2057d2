package io.pasar.community.member;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits of `member`.
final class MemberLimit {

    /// Sign-ups from one address. Wide, because a whole company or campus may share one.
    static final RateLimit SIGN_UP = RateLimit.open("sign-up", 2000, Duration.ofMinutes(1));

    private MemberLimit() {}
}
