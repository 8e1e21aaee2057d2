package io.pasar.platform.event;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Lets a loop through while this instance has the loop's lease.
///
/// The lease keeps the instances of a service from doing the same work twice; it does not keep the data right.
/// A process that stalls and wakes up after its lease ran out does no harm, because the relay names its epoch
/// when it marks rows, and consumers claim each event under a unique key.
final class LeaseGate {

    private final LeaseStore store;
    private final String name;
    private final Duration length;
    private final Duration timeout;
    private final LongSupplier nanoTime;
    private volatile @Nullable Lease lease;
    private volatile boolean closed;

    LeaseGate(LeaseStore store, String name, EventProperties properties, LongSupplier nanoTime) {
        this.store = store;
        this.name = name;
        this.length = properties.lease();
        this.timeout = properties.commandTimeout();
        this.nanoTime = nanoTime;
    }

    /// Takes or renews the lease where that is due.
    ///
    /// @return whether the loop may work
    Mono<Boolean> enter() {
        Lease known = lease;
        if (known != null && known.isFreshAt(nanoTime.getAsLong())) {
            return Mono.just(!closed);
        }
        long askedAt = nanoTime.getAsLong();
        return store.acquire(name, length)
                .timeout(timeout)
                .map(epoch -> new Lease(name, epoch, askedAt, length))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(this::remember);
    }

    private boolean remember(Optional<Lease> answer) {
        lease = answer.orElse(null);
        return isOpen();
    }

    /// Whether the loop may go on with what it has begun.
    boolean isOpen() {
        return !closed && held().isPresent();
    }

    /// The lease, unless it has run out.
    Optional<Lease> held() {
        return Optional.ofNullable(lease).filter(known -> known.isValidAt(nanoTime.getAsLong()));
    }

    /// Lets the loop through again after it was closed.
    void open() {
        closed = false;
    }

    /// Lets nobody through until it is opened again.
    void close() {
        closed = true;
    }

    /// Gives the lease back, so that another instance need not wait for its end.
    Mono<Void> leave() {
        boolean has = lease != null;
        lease = null;
        return has ? store.release(name).timeout(timeout) : Mono.empty();
    }
}
