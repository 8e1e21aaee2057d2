package io.pasar.platform.event;

import io.pasar.kernel.id.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An event waiting in the outbox.
///
/// @param position its place in the order of writing
/// @param data the event as JSON
/// @param trace the trace it was written in
record OutboxRow(
        long position,
        EventId id,
        String source,
        String type,
        String subject,
        Instant time,
        String data,
        Optional<String> trace) {

    /// What the append script takes, in its order.
    List<String> attributes() {
        return List.of(id.toString(), source, type, subject, time.toString(), data, trace.orElse(""));
    }
}
