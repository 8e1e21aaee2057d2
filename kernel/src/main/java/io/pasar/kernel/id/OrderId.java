package io.pasar.kernel.id;

import java.util.UUID;

/// An order made from a reservation.
public record OrderId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static OrderId of(String text) {
        return new OrderId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
