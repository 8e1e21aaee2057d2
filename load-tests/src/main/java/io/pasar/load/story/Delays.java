package io.pasar.load.story;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long events took from the room's log to the viewers, in milliseconds.
final class Delays {

    private static final int LONGEST_MS = 10_000;

    private final AtomicLongArray counts = new AtomicLongArray(LONGEST_MS + 1);

    void add(long millis) {
        counts.incrementAndGet(Math.clamp(millis, 0, LONGEST_MS));
    }

    long count() {
        long sum = 0;
        for (int ms = 0; ms < counts.length(); ms++) {
            sum += counts.get(ms);
        }
        return sum;
    }

    /// @param share such as 0.99
    /// @return the smallest delay that at least this share of the events did not exceed
    long percentile(double share) {
        long wanted = (long) Math.ceil(count() * share);
        long sum = 0;
        for (int ms = 0; ms < counts.length(); ms++) {
            sum += counts.get(ms);
            if (sum >= wanted) {
                return ms;
            }
        }
        return LONGEST_MS;
    }
}
