package io.pasar.community.post;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// A product as it was when it was tagged.
///
/// @param price its lowest, if it had one
record ProductTag(ProductId id, String title, @Nullable Money price) {}
