package io.pasar.live.catalogue;

import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One buyable form of a product.
///
/// @param id what sales name as `skuId`
/// @param sku the seller's own article number, unique within the product
/// @param options option name to value in the product's order, such as Size to M; empty for the only variant
/// @param price the catalogue price; a live sale names its own; null if the seller gave none
/// @param stock units the seller says there are, 0 to 1,000,000,000; null where nobody counts
public record Variant(
        SkuId id,
        @Nullable String sku,
        SequencedMap<String, String> options,
        @Nullable Money price,
        @Nullable Long stock) {

    public Variant {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    static Variant of(VariantDraft draft, SkuId id) {
        return new Variant(id, draft.sku(), draft.options(), draft.price(), draft.stock());
    }

    /// What tells it apart from its siblings, such as `M / Blue`; empty for the only variant.
    public String title() {
        return String.join(" / ", options.sequencedValues());
    }
}
