package io.pasar.live.catalogue;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A product as the public interface shows it.
///
/// @param description sanitised HTML, safe to put into a page
/// @param descriptionText the same words without markup
/// @param options the option names in order; empty for a product with one plain variant
/// @param priceFrom the lowest price of its variants
record ProductView(
        ProductId id,
        MemberId ownerId,
        @Nullable String handle,
        String title,
        String description,
        String descriptionText,
        String vendor,
        String type,
        List<String> tags,
        List<ProductImage> images,
        ProductStatus status,
        List<String> options,
        @Nullable Money priceFrom,
        List<VariantView> variants,
        long soldCount,
        Instant createdAt,
        Instant updatedAt) {

    /// A variant as the public interface shows it.
    ///
    /// @param id what `POST /v1/rooms/{id}/sales` takes as `skuId`
    record VariantView(
            SkuId id,
            @Nullable String sku,
            String title,
            SequencedMap<String, String> options,
            @Nullable Money price,
            @Nullable Long stock) {

        private static VariantView of(Variant variant) {
            return new VariantView(
                    variant.id(), variant.sku(), variant.title(), variant.options(), variant.price(), variant.stock());
        }
    }

    static ProductView of(Product product) {
        return new ProductView(
                product.id(),
                product.owner(),
                product.handle(),
                product.title(),
                product.description().html(),
                product.description().text(),
                product.vendor(),
                product.type(),
                product.tags(),
                product.images(),
                product.status(),
                product.optionNames(),
                product.priceFrom().orElse(null),
                product.variants().stream().map(VariantView::of).toList(),
                product.soldCount(),
                product.createdAt(),
                product.updatedAt());
    }
}
