package io.pasar.kernel.id;

import java.util.UUID;

/// One line of the reward ledger.
public record EntryId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static EntryId of(String text) {
        return new EntryId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
