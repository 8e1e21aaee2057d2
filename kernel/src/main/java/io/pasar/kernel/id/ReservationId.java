package io.pasar.kernel.id;

import java.util.UUID;

/// Units of a sale held for one member until a stated time.
public record ReservationId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static ReservationId of(String text) {
        return new ReservationId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
