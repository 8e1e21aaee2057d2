package io.pasar.kernel.id;

import java.util.UUID;

/// A long-running piece of work somebody can ask about.
public record JobId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static JobId of(String text) {
        return new JobId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
