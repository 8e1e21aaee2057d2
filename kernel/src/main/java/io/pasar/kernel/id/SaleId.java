package io.pasar.kernel.id;

import java.util.UUID;

/// A flash sale of one SKU in one room.
public record SaleId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static SaleId of(String text) {
        return new SaleId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
