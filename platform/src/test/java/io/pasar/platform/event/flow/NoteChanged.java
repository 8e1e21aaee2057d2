package io.pasar.platform.event.flow;

import io.pasar.kernel.event.DomainEvent;
import java.util.UUID;

/// A note was changed.
///
/// @param number how often it had been changed, this time included
record NoteChanged(UUID note, int number) implements DomainEvent {

    static final String TYPE = "pasar.noting.note.changed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return note.toString();
    }
}
