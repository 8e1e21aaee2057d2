package io.pasar.live.catalogue;

import io.pasar.kernel.money.Money;
import io.pasar.kernel.text.TextRules;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A variant as a seller writes it down; not yet checked, but in Unicode NFC and without white space around.
///
/// @param sku an article number, or null; a blank one is none
/// @param options option name to value, in the seller's order
public record VariantDraft(
        @Nullable String sku,
        SequencedMap<String, String> options,
        @Nullable Money price,
        @Nullable Long stock) {

    public VariantDraft {
        sku = sku == null || sku.isBlank() ? null : TextRules.normalized(sku);
        options = normalized(options);
    }

    /// Its option values in the order of `names`, which are its option names: what no sibling may share.
    List<String> combination(Collection<String> names) {
        return names.stream().map(name -> options.getOrDefault(name, "")).toList();
    }

    /// The one variant of a product that has no options.
    static VariantDraft only(@Nullable Money price) {
        return new VariantDraft(null, new LinkedHashMap<>(), price, null);
    }

    private static SequencedMap<String, String> normalized(SequencedMap<String, String> raw) {
        SequencedMap<String, String> kept = new LinkedHashMap<>();
        raw.forEach((name, value) -> kept.put(TextRules.normalized(name), TextRules.normalized(value)));
        return Collections.unmodifiableSequencedMap(kept);
    }
}
