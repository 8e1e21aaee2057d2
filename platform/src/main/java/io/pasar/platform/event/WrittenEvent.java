package io.pasar.platform.event;

import io.pasar.kernel.id.EventId;
import java.util.Optional;

/// An event as text, not yet a row of the outbox.
///
/// @param trace the trace it is written in, empty if none
record WrittenEvent(EventId id, String type, String subject, String data, Optional<String> trace) {}
