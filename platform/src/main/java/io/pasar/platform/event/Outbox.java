package io.pasar.platform.event;

import io.pasar.kernel.event.DomainEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/// Where features leave events. A row of the caller's transaction: the event exists exactly if the transaction
/// commits, and is then delivered at least once, in commit order per subject, whatever process dies.
public interface Outbox {

    /// Adds the event to the caller's transaction.
    ///
    /// @throws IllegalStateException (signalled) if no transaction is active
    Mono<Void> append(DomainEvent event);

    /// Adds the events to the caller's transaction in one statement, for work that makes hundreds at a time.
    ///
    /// @throws IllegalStateException (signalled) if no transaction is active
    Mono<Void> appendAll(List<? extends DomainEvent> events);
}
