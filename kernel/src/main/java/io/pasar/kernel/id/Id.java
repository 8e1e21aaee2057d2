package io.pasar.kernel.id;

import java.util.UUID;

/// A typed UUID. Implementations are records of one UUID component, so two ids are equal only within their
/// type.
public interface Id {

    /// The identifier itself.
    UUID value();

    /// The canonical 36-character form only: `UUID.fromString` alone would accept `1-1-1-1-1`.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("an id has 36 characters");
        }
        return UUID.fromString(text);
    }
}
