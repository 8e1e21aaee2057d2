package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.JobId;
import io.pasar.live.catalogue.shopify.ImportError;
import java.time.Instant;
import java.util.List;

/// How far an import is, counted in products: what `GET /v1/jobs/{id}` answers.
///
/// @param done products imported
/// @param total products of the file; `done + failed` when the import has ended
/// @param failed products left out
/// @param errors why, for the first of them: at most 100
record ImportProgress(
        JobId id,
        ImportState state,
        int done,
        int total,
        int failed,
        List<ImportError> errors,
        Instant createdAt,
        Instant updatedAt) {

    /// The most errors that are kept.
    static final int ERRORS_MAX = 100;

    ImportProgress {
        errors = List.copyOf(errors);
    }
}
