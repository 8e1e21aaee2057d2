package io.pasar.kernel.id;

import java.util.UUID;

/// A domain event; consumers tell repeats by it.
public record EventId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static EventId of(String text) {
        return new EventId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
