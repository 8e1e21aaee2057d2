package io.pasar.live.catalogue.intake;

import io.pasar.live.catalogue.ProductDraft;
import io.pasar.live.catalogue.shopify.ImportError;
import io.pasar.live.catalogue.shopify.ImportOutcome;
import java.util.List;

/// Some products of a file in a row, committed together.
///
/// @param position how many products of the file come before them
record ImportBatch(int position, List<ImportOutcome> outcomes) {

    /// Products in a batch: few enough that a hundred of the largest are a few megabytes.
    static final int SIZE = 100;

    ImportBatch {
        outcomes = List.copyOf(outcomes);
    }

    /// What is imported.
    List<ProductDraft> drafts() {
        return outcomes.stream()
                .mapMulti((ImportOutcome outcome, java.util.function.Consumer<ProductDraft> next) -> {
                    if (outcome instanceof ImportOutcome.Accepted(ProductDraft draft)) {
                        next.accept(draft);
                    }
                })
                .toList();
    }

    /// Why the others are not.
    List<ImportError> errors() {
        return outcomes.stream()
                .mapMulti((ImportOutcome outcome, java.util.function.Consumer<ImportError> next) -> {
                    if (outcome instanceof ImportOutcome.Refused(List<ImportError> errors)) {
                        errors.forEach(next);
                    }
                })
                .toList();
    }

    /// How many were refused.
    int failed() {
        return outcomes.size() - drafts().size();
    }
}
