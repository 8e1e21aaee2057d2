package io.pasar.community.post;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// A tagged product as readers see it.
///
/// @param price the lowest at the time of tagging, if it had one
/// @param verifiedPurchase whether the author bought it and did not get the whole money back
record TaggedProduct(ProductId id, String title, @Nullable Money price, boolean verifiedPurchase) {}
