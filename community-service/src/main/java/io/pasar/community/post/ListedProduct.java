package io.pasar.community.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What live answers about a product, as far as a tag needs it.
@JsonIgnoreProperties(ignoreUnknown = true)
record ListedProduct(ProductId id, String title, @Nullable List<Variant> variants) {

    /// One variant.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Variant(@Nullable Money price) {}

    /// The tag of this product: its title and its lowest price in the currency of its first price.
    ProductTag tag() {
        List<Money> prices = (variants == null ? List.<Variant>of() : variants)
                .stream().map(Variant::price).filter(Objects::nonNull).toList();
        Money lowest = prices.stream()
                .filter(price -> price.currency().equals(prices.getFirst().currency()))
                .min(Comparator.comparingLong(Money::minor))
                .orElse(null);
        return new ProductTag(id, title, lowest);
    }
}
