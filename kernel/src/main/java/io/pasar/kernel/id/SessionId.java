package io.pasar.kernel.id;

import java.util.UUID;

/// One socket connection.
public record SessionId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static SessionId of(String text) {
        return new SessionId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
