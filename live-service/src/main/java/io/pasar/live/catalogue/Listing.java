package io.pasar.live.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product about to be written.
///
/// @param isNews whether others must hear of it: it is new, or its title or lowest price changed; never before
///     everyone may see it
record Listing(Product product, boolean isNews) {

    /// @param known what there is already, by handle
    static List<Listing> of(List<Product> products, Map<String, KnownProduct> known) {
        return products.stream()
                .map(product -> of(product, known.get(String.valueOf(product.handle()))))
                .toList();
    }

    private static Listing of(Product product, @Nullable KnownProduct known) {
        boolean open = product.status() == ProductStatus.ACTIVE;
        return known == null
                ? new Listing(product, open)
                : new Listing(product.withId(known.id()), open && known.differsFrom(product));
    }
}
