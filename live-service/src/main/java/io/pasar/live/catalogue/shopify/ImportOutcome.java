package io.pasar.live.catalogue.shopify;

import io.pasar.live.catalogue.ProductDraft;
import java.util.List;

/// What the rows of one handle amount to.
public sealed interface ImportOutcome {

    /// A product that may be listed.
    ///
    /// @param draft free of objections, with its handle
    record Accepted(ProductDraft draft) implements ImportOutcome {}

    /// A product that is left out.
    ///
    /// @param errors at least one, at most 10
    record Refused(List<ImportError> errors) implements ImportOutcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
