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

    /// For whoever is about to show the product to others or to sell it.
    ///
    /// @throws io.pasar.platform.problem.Problem `product-not-active` for a draft and for what is archived
    public void requireActive() {
        if (this != ACTIVE) {
            throw CatalogueProblem.PRODUCT_NOT_ACTIVE.because(
                    "It is " + text() + ", which only its owner sees; list it as active first.");
        }
    }

    static ProductStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
