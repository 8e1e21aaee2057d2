package io.pasar.live.figure;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time cut into steps of the same length.
///
/// @param from where the first step begins
/// @param step whole seconds
/// @param steps how many, 1 or more
public record FigureSpan(Instant from, Duration step, int steps) {

    public FigureSpan {
        if (steps < 1 || step.toSeconds() < 1) {
            throw new IllegalArgumentException("a span has steps of a second or more");
        }
    }

    public long stepSeconds() {
        return step.toSeconds();
    }

    /// Where the last step begins.
    public Instant last() {
        return at(steps - 1);
    }

    Instant at(int index) {
        return from.plus(step.multipliedBy(index));
    }

    /// The step a moment belongs to; the first or the last for moments outside.
    int index(Instant at) {
        long steps = Duration.between(from, at).dividedBy(step);
        return Math.clamp(at.isBefore(from) ? 0 : steps, 0, this.steps - 1);
    }
}
