package io.pasar.kernel.id;

import java.util.UUID;

/// One variant of a product: what is priced, stocked and sold.
public record SkuId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static SkuId of(String text) {
        return new SkuId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
