package io.pasar.platform.postgres;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Work that must not start before the transaction around it has committed, such as telling a room.
public final class AfterCommit {

    private AfterCommit() {}

    /// Runs the work after the commit of the transaction the subscriber is in, or at once if there is none. It
    /// does not run after a roll-back. It is best effort: what must not be lost goes through the outbox
    /// instead.
    public static Mono<Void> run(Mono<Void> work) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(synchronization(work)))
                .then()
                .onErrorResume(NoTransactionException.class, _ -> work);
    }

    private static TransactionSynchronization synchronization(Mono<Void> work) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return work;
            }
        };
    }
}
