package io.pasar.platform.event;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.DomainEvent;

/// What came out of reading a stream entry.
sealed interface ReadEvent<E extends DomainEvent> {

    /// An event.
    record Legible<E extends DomainEvent>(CloudEvent<E> event) implements ReadEvent<E> {}

    /// Not an event of that type.
    ///
    /// @param reason what is wrong with it
    record Illegible<E extends DomainEvent>(String reason) implements ReadEvent<E> {}
}
