package io.pasar.kernel.id;

import java.util.UUID;

/// A live room.
public record RoomId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static RoomId of(String text) {
        return new RoomId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
