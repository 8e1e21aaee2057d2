package io.pasar.live.catalogue;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// What is remembered of a product when a file names its handle again.
record KnownProduct(
        ProductId id, String handle, String title, @Nullable Money priceFrom) {}
