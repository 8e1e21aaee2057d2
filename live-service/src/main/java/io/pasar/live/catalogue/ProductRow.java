package io.pasar.live.catalogue;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A product in the shape of its table, with its variants in the shape of theirs: how whole sets travel to and
/// from PostgreSQL in one JSON value.
@JsonNaming(SnakeCaseStrategy.class)
record ProductRow(
        UUID id,
        UUID owner,
        @Nullable String handle,
        String title,
        String descriptionHtml,
        String descriptionText,
        String vendor,
        String type,
        List<String> tags,
        List<ProductImage> images,
        List<String> optionNames,
        String status,
        long soldCount,
        Instant createdAt,
        Instant updatedAt,
        List<VariantRow> variants) {

    /// A row of `variant`; `options` are values in the order of the product's `option_names`.
    @JsonNaming(SnakeCaseStrategy.class)
    record VariantRow(
            UUID id,
            UUID product,
            int position,
            @Nullable String sku,
            List<String> options,
            @Nullable Long priceMinor,
            @Nullable String currency,
            @Nullable Long stock,
            boolean retired) {

        private static VariantRow of(Product product, int position) {
            Variant variant = product.variants().get(position);
            Money price = variant.price();
            return new VariantRow(
                    variant.id().value(),
                    product.id().value(),
                    position,
                    variant.sku(),
                    product.optionNames().stream()
                            .map(name -> variant.options().getOrDefault(name, ""))
                            .toList(),
                    price == null ? null : price.minor(),
                    price == null ? null : price.currencyCode(),
                    variant.stock(),
                    false);
        }

        private Variant variant(List<String> names) {
            SequencedMap<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                named.put(names.get(i), options.get(i));
            }
            return new Variant(new SkuId(id), sku, named, money(priceMinor, currency), stock);
        }
    }

    static ProductRow of(Product product) {
        return new ProductRow(
                product.id().value(),
                product.owner().value(),
                product.handle(),
                product.title(),
                product.description().html(),
                product.description().text(),
                product.vendor(),
                product.type(),
                product.tags(),
                product.images(),
                product.optionNames(),
                product.status().text(),
                product.soldCount(),
                product.createdAt(),
                product.updatedAt(),
                IntStream.range(0, product.variants().size())
                        .mapToObj(position -> VariantRow.of(product, position))
                        .toList());
    }

    Product product() {
        return new Product(
                new ProductId(id),
                new MemberId(owner),
                handle,
                title,
                new Description(descriptionHtml, descriptionText),
                vendor,
                type,
                tags,
                images,
                ProductStatus.of(status),
                variants.stream().map(row -> row.variant(optionNames)).toList(),
                soldCount,
                createdAt,
                updatedAt);
    }

    static @Nullable Money money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : Money.ofMinor(minor, currency);
    }
}
