package io.pasar.live.showcase;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import io.pasar.live.catalogue.Product;
import io.pasar.live.catalogue.ProductImage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The stage as viewers see it.
///
/// @param priceFrom the lowest price of the product's variants
record StageView(
        ProductId productId,
        String title,
        @Nullable String image,
        @Nullable Money priceFrom,
        Instant setAt) {

    static StageView of(Stage stage, Product product) {
        String image =
                product.images().stream().findFirst().map(ProductImage::src).orElse(null);
        return new StageView(
                product.id(), product.title(), image, product.priceFrom().orElse(null), stage.setAt());
    }
}
