package io.pasar.platform.event;

import io.pasar.kernel.id.EventId;

/// An event as text, not yet a row of the outbox.
record WrittenEvent(EventId id, String type, String subject, String data) {}
