package io.pasar.platform.idempotency;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of request bodies are held in memory at one time. Safe for use by several threads.
final class BodyBudget {

    /// Bodies up to this many bytes are not counted: ten thousand of them at once are less than one budget.
    static final long SMALL = 16 * 1024;

    private final long bytesMax;
    private final AtomicLong held = new AtomicLong();

    BodyBudget(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /// Takes the bytes from the budget if they fit.
    boolean take(long bytes) {
        if (bytes <= SMALL) {
            return true;
        }
        if (held.addAndGet(bytes) <= bytesMax) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /// Gives back what [#take] took.
    void giveBack(long bytes) {
        if (bytes > SMALL) {
            held.addAndGet(-bytes);
        }
    }
}
