package io.pasar.kernel.id;

import java.util.UUID;

/// A post of a member.
public record PostId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static PostId of(String text) {
        return new PostId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
