package io.pasar.platform.event;

import io.pasar.kernel.id.EventId;
import java.time.Instant;
import java.util.List;

/// An event waiting in the outbox.
///
/// @param position its place in the order of writing
/// @param data the event as JSON
record OutboxRow(long position, EventId id, String source, String type, String subject, Instant time, String data) {

    /// What the append script takes, in its order.
    List<String> attributes() {
        return List.of(id.toString(), source, type, subject, time.toString(), data);
    }
}
