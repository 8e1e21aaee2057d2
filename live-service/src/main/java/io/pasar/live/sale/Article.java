package io.pasar.live.sale;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;

/// The SKU a sale offers, as its product was named when the sale was made.
///
/// @param variantTitle what tells it apart from its siblings, such as `M / Blue`; empty for the only variant
public record Article(ProductId product, SkuId sku, String title, String variantTitle) {}
