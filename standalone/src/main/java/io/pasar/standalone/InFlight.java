package io.pasar.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the calls that are being answered, and tells when the last one is.
final class InFlight {

    private final AtomicInteger calls = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    void begun() {
        calls.incrementAndGet();
    }

    void ended() {
        if (calls.decrementAndGet() == 0 && draining) {
            drained.complete(null);
        }
    }

    /// From now on the end of the last call completes the answer; at once if there is none.
    CompletionStage<Void> drained() {
        draining = true;
        if (calls.get() == 0) {
            drained.complete(null);
        }
        return drained;
    }
}
