package io.pasar.kernel.event;

import io.pasar.kernel.id.EventId;
import java.time.Instant;

/// An event with the envelope of CloudEvents 1.0 (`specversion` 1.0, `datacontenttype` application/json).
///
/// @param id unique per source; consumers take each id once
/// @param source URI reference of the service that says so, such as `/live`
/// @param type see [DomainEvent#type()]
/// @param subject see [DomainEvent#subject()]
/// @param time when it happened, by the producing database's clock
public record CloudEvent<E extends DomainEvent>(
        EventId id, String source, String type, String subject, Instant time, E data) {}
