package io.pasar.kernel.id;

import java.util.UUID;

/// A member of the community; also the subject of the tokens the built-in issuer signs.
public record MemberId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static MemberId of(String text) {
        return new MemberId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
