package io.pasar.platform.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How fast a request must arrive.
///
/// @param headWithin for the whole head
/// @param bodyWithin for a body, beside the time its bytes give it
/// @param bodyRate bytes that give a body another second
record RequestPace(Duration headWithin, Duration bodyWithin, long bodyRate) {

    /// How long a head may have taken, in nanoseconds.
    long headNanos() {
        return headWithin.toNanos();
    }

    /// How long a body may have taken of which so many bytes have arrived, in nanoseconds.
    long bodyNanos(long bytes) {
        return bodyWithin.toNanos() + TimeUnit.SECONDS.toNanos(bytes) / bodyRate;
    }
}
