package io.pasar.live.catalogue;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// One variant seen from outside the catalogue: what a sale needs to know of it.
///
/// @param owner who may sell it
/// @param title the product's title
/// @param variantTitle what tells it apart from its siblings, such as `M / Blue`; empty for the only variant
/// @param number the seller's own article number
/// @param price the catalogue price, if the seller gave one
/// @param status of the product
public record Sku(
        SkuId id,
        ProductId product,
        MemberId owner,
        String title,
        String variantTitle,
        @Nullable String number,
        @Nullable Money price,
        ProductStatus status) {}
