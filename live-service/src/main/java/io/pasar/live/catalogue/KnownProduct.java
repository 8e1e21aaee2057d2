package io.pasar.live.catalogue;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is remembered of a product when a file names its handle again.
///
/// @param priceFrom the lowest price of its variants
record KnownProduct(
        ProductId id,
        String handle,
        String title,
        ProductStatus status,
        @Nullable Money priceFrom) {

    /// Whether those who show the product must hear of the change.
    boolean differsFrom(Product product) {
        return status != product.status()
                || !title.equals(product.title())
                || !Objects.equals(priceFrom, product.priceFrom().orElse(null));
    }
}
