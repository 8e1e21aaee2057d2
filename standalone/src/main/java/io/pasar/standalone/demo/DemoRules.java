package io.pasar.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How the market moves.
final class DemoRules {

    /// How long one creator is live before the next one is.
    static final Duration SHOW = Duration.ofMinutes(45);

    /// How long nobody may watch before the market slows down.
    static final Duration AWAKE = Duration.ofMinutes(10);

    private static final Duration STARTS_EVERY = Duration.ofMinutes(5);
    private static final Duration RETRY_FIRST = Duration.ofSeconds(1);
    private static final Duration RETRY_MAX = Duration.ofMinutes(1);
    private static final int RETRY_DOUBLINGS = 6;

    private static final List<Beat> ROUND = List.of(
            Beat.CHAT,
            Beat.REACT,
            Beat.BUY,
            Beat.CHAT,
            Beat.CHAT,
            Beat.REACT,
            Beat.ANSWER,
            Beat.BUY,
            Beat.CHAT,
            Beat.LOOK);

    /// What happens next in the room.
    enum Beat {
        CHAT,
        REACT,
        BUY,
        /// The host says something.
        ANSWER,
        /// The host looks at the sale.
        LOOK
    }

    private DemoRules() {}

    static Beat beat(int count) {
        return ROUND.get(Math.floorMod(count, ROUND.size()));
    }

    /// @param dice from 0 to 1
    static Duration pause(boolean watched, double dice) {
        double seconds = watched ? 1.8 + 2.4 * dice : 12 + 16 * dice;
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /// How long to wait after so many failures in a row.
    static Duration retryAfter(int failures, Duration asked) {
        Duration own = RETRY_FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, RETRY_DOUBLINGS));
        Duration bounded = own.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : own;
        return asked.compareTo(bounded) > 0 ? asked : bounded;
    }

    /// When the show so many places behind this one begins: on a full five minutes, never in the past.
    static Instant beginning(Instant showStarted, int places, Instant now) {
        Instant due = showStarted.plus(SHOW);
        Instant earliest = due.isAfter(now) ? due : now.plus(STARTS_EVERY);
        long slot = STARTS_EVERY.toSeconds();
        long seconds = earliest.plus(SHOW.multipliedBy(places - 1L)).getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, slot) * slot);
    }
}
