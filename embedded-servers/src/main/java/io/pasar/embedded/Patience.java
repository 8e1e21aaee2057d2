package io.pasar.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something another process does, by looking every few milliseconds.
final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private Patience() {}

    /// @return whether it became true in time
    static boolean until(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }
}
