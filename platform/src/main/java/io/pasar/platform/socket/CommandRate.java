package io.pasar.platform.socket;

import java.time.Duration;

/// How fast one socket sends commands: a bucket of `burst` that refills at `perSecond`, and a count of refusals
/// since it was last full. Used by one thread.
final class CommandRate {

    /// What to do with a command.
    sealed interface Verdict {

        record Pass() implements Verdict {}

        /// Too fast: answer with an error that says when to go on.
        record Refuse(Duration retryAfter) implements Verdict {}

        /// Too fast for too long: close 4429.
        record Flood() implements Verdict {}
    }

    private static final double NANOS = 1e9;

    private final double perNano;
    private final int burst;
    private final int refusalsMax;
    private double tokens;
    private long lastNanos;
    private int refusals;

    CommandRate(int perSecond, int burst, int refusalsMax, long nowNanos) {
        this.perNano = perSecond / NANOS;
        this.burst = burst;
        this.refusalsMax = refusalsMax;
        this.tokens = burst;
        this.lastNanos = nowNanos;
    }

    Verdict take(long nowNanos) {
        refill(nowNanos);
        if (tokens >= 1) {
            tokens -= 1;
            return new Verdict.Pass();
        }
        refusals++;
        return refusals > refusalsMax ? new Verdict.Flood() : new Verdict.Refuse(untilNext());
    }

    private void refill(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        if (tokens >= burst) {
            refusals = 0;
        }
    }

    private Duration untilNext() {
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
    }
}
