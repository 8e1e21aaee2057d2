package io.pasar.live.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who sees a product.
public enum ProductStatus {
    /// Everyone.
    ACTIVE,
    /// Its owner only: not published yet.
    DRAFT,
    /// Its owner only: no longer offered.
    ARCHIVED;

    /// The public form: `active`, `draft` or `archived`.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProductStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
