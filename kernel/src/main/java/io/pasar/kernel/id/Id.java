package io.pasar.kernel.id;

import java.util.UUID;

/// A typed UUID. Implementations are records of one UUID component, so two ids are equal only within their
/// type.
public interface Id {

    /// Of the text of an id.
    int LENGTH = 36;

    /// The identifier itself.
    UUID value();

    /// The canonical 36-character form only: `UUID.fromString` alone would accept `1-1-1-1-1`, and other places
    /// of the hyphens as other names of the same id.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("an id has 36 characters");
        }
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("an id is written as 8-4-4-4-12 hexadecimal digits");
        }
        return value;
    }
}
