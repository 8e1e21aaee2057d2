package io.pasar.platform.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Work that must not start before the transaction around it has committed, such as telling a room.
public final class AfterCommit {

    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    /// Runs the work after the commit of the transaction the subscriber is in, or at once if there is none. It
    /// does not run after a roll-back, nor after the roll-back of an inner transaction it was registered in. It
    /// is best effort: an error is logged and does not reach the caller, whose effect is committed by then.
    /// What must not be lost goes through the outbox instead. SQL inside it is in no transaction.
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
                return work.onErrorResume(AfterCommit::giveUp);
            }
        };
    }

    private static Mono<Void> giveUp(Throwable error) {
        log.warn("work after a commit failed", error);
        return Mono.empty();
    }
}
