package io.pasar.platform.event;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.DomainEvent;
import reactor.core.publisher.Mono;

/// A feature's interest in one type of event. Every bean of this type gets its own consumer group, so one that
/// fails does not hold up another.
///
/// [#handle] runs inside a transaction that also records the event's id under [#consumer()], so its SQL takes
/// effect exactly once however often the event is delivered. An error rolls both back; the event is tried again
/// with back-off and, after the configured number of attempts, kept as a dead letter.
public interface EventHandler<E extends DomainEvent> {

    /// A name that never changes: it identifies the consumer group and its record of events taken.
    /// `community.reward`.
    String consumer();

    /// The service whose stream carries the event: `live`, `community` or `content`.
    String producer();

    /// The CloudEvents type, a constant `TYPE`.
    String type();

    /// The class of the event's data.
    Class<E> payload();

    /// Takes the event.
    Mono<Void> handle(CloudEvent<E> event);
}
