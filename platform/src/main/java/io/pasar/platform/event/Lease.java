package io.pasar.platform.event;

import java.time.Duration;

/// The right to run a loop, as this process knows it.
///
/// @param epoch rises whenever the lease changes hands; statements that must not be carried out by a former
///     owner name it
/// @param takenAtNanos the process's monotonic time just before the lease was asked for
/// @param length how long it lasts from then on
record Lease(String name, long epoch, long takenAtNanos, Duration length) {

    private static final int RENEWALS_PER_LEASE = 3;

    /// Whether nobody else can have it yet. The database counts from a later moment, so this is on the safe
    /// side.
    boolean isValidAt(long nanos) {
        return nanos - takenAtNanos < length.toNanos();
    }

    /// Whether it need not be renewed yet.
    boolean isFreshAt(long nanos) {
        return nanos - takenAtNanos < length.toNanos() / RENEWALS_PER_LEASE;
    }
}
