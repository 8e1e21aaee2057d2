package io.pasar.platform.event;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Events that consumers could not take: look at them, and after the cause is mended replay or discard them. A
/// replay comes after events of the same subject that were taken meanwhile.
public final class DeadLetterService {

    private final DeadLetterStore store;
    private final EventHandlers handlers;
    private final EventCodec codec;
    private final TransactionalOperator transaction;

    DeadLetterService(
            DeadLetterStore store, EventHandlers handlers, EventCodec codec, TransactionalOperator transaction) {
        this.store = store;
        this.handlers = handlers;
        this.codec = codec;
        this.transaction = transaction;
    }

    /// Oldest first.
    public Mono<Page<DeadLetter>> list(PageRequest page) {
        return store.list(page).collectList().map(found -> Page.of(found, page, letter -> Cursor.at(letter.id())));
    }

    /// Runs the handler and removes the letter, in one transaction. If the handler fails again, the letter
    /// stays and says why.
    ///
    /// @throws Problem (signalled) 404 if there is no such letter, 409 if it failed again
    public Mono<Void> replay(DeadLetterId id) {
        return store.lock(id)
                .switchIfEmpty(Mono.error(DeadLetterService::notFound))
                .flatMap(this::handle)
                .then(Mono.defer(() -> store.delete(id)))
                .as(transaction::transactional)
                .onErrorResume(failure -> !(failure instanceof Problem), failure -> failedAgain(id, failure))
                .then();
    }

    /// Removes the letter without an effect.
    ///
    /// @throws Problem (signalled) 404 if there is no such letter
    public Mono<Void> discard(DeadLetterId id) {
        return store.delete(id)
                .filter(deleted -> deleted)
                .switchIfEmpty(Mono.error(DeadLetterService::notFound))
                .then();
    }

    private Mono<Void> handle(DeadLetter letter) {
        return handlers.of(letter.consumer())
                .map(handler -> handle(handler, letter))
                .orElseGet(() -> Mono.error(new IllegalStateException("no handler has this name any more")));
    }

    private <E extends DomainEvent> Mono<Void> handle(EventHandler<E> handler, DeadLetter letter) {
        return switch (codec.read(codec.readAttributes(letter.attributes()), handler.payload())) {
            case ReadEvent.Legible<E>(var event) -> handler.handle(event);
            case ReadEvent.Illegible<E>(var reason) -> Mono.error(new IllegalStateException("unreadable: " + reason));
        };
    }

    private Mono<Boolean> failedAgain(DeadLetterId id, Throwable failure) {
        return store.failedAgain(id, InboxService.reason(failure))
                .then(Mono.error(() -> CommonProblem.CONFLICT.because("The handler failed again: " + failure)));
    }

    private static Problem notFound() {
        return CommonProblem.NOT_FOUND.because("There is no such dead letter; perhaps somebody has settled it.");
    }
}
