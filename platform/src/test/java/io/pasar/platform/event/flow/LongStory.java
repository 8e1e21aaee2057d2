package io.pasar.platform.event.flow;

import io.pasar.kernel.event.DomainEvent;
import java.util.UUID;

/// An event that carries what does not belong into an event.
record LongStory(UUID note, String text) implements DomainEvent {

    @Override
    public String type() {
        return "pasar.noting.story.told.v1";
    }

    @Override
    public String subject() {
        return note.toString();
    }
}
