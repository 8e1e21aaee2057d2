package io.pasar.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until a test moves it. Safe for use by several threads.
public final class MutableClock extends Clock {

    private final Hands hands;
    private final ZoneId zone;

    private MutableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /// A clock in UTC that shows the given time.
    public static MutableClock at(Instant start) {
        return new MutableClock(new Hands(start), ZoneOffset.UTC);
    }

    /// A clock in UTC that shows the given RFC 3339 time.
    public static MutableClock at(String start) {
        return at(Instant.parse(start));
    }

    /// Moves the clock; a negative duration moves it back, as a corrected system clock does.
    ///
    /// @return the new time
    public Instant advance(Duration duration) {
        return hands.move(duration);
    }

    /// Sets the clock.
    public void set(Instant instant) {
        hands.set(instant);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /// A clock in another zone that moves with this one.
    @Override
    public Clock withZone(ZoneId otherZone) {
        return new MutableClock(hands, otherZone);
    }

    @Override
    public Instant instant() {
        return hands.get();
    }

    private static final class Hands {

        private Instant now;

        Hands(Instant start) {
            now = start;
        }

        synchronized Instant get() {
            return now;
        }

        synchronized void set(Instant instant) {
            now = instant;
        }

        synchronized Instant move(Duration duration) {
            now = now.plus(duration);
            return now;
        }
    }
}
