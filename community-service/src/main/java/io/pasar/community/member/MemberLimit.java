package io.pasar.community.member;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits of `member`.
enum MemberLimit implements RateLimit {
    /// Sign-ups from one address. Wide, because a whole company or campus may share one.
    SIGN_UP("sign-up", 2000, Duration.ofMinutes(1), true);

    private final String limitName;
    private final int burst;
    private final Duration per;
    private final boolean failOpen;

    MemberLimit(String limitName, int burst, Duration per, boolean failOpen) {
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
