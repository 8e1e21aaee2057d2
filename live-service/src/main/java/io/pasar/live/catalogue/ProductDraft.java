package io.pasar.live.catalogue;

import io.pasar.kernel.text.TextRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product as a seller writes it down, in JSON or in a row of a catalogue file; not yet checked,
/// but in Unicode NFC and without white space around names. What may be in it is decided by [CatalogueRules].
///
/// @param handle the name a catalogue file knows it by, or null
/// @param description HTML or plain text from outside
public record ProductDraft(
        @Nullable String handle,
        String title,
        String description,
        String vendor,
        String type,
        List<String> tags,
        List<ProductImage> images,
        ProductStatus status,
        List<VariantDraft> variants) {

    public ProductDraft {
        title = TextRules.normalized(title);
        vendor = TextRules.normalized(vendor);
        type = TextRules.normalized(type);
        tags = tags.stream().map(TextRules::normalized).distinct().toList();
        images = List.copyOf(images);
        variants = List.copyOf(variants);
    }
}
