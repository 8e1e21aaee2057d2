package io.pasar.kernel.id;

import java.util.UUID;

/// A product of somebody's catalogue.
public record ProductId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static ProductId of(String text) {
        return new ProductId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
