package io.pasar.live.catalogue.intake;

import io.pasar.live.catalogue.shopify.FileSurvey;

/// A spooled file that was read once from end to end.
///
/// @param bytes its size
record SurveyedFile(Spool spool, FileSurvey survey, long bytes) {

    /// Size of all stored parts but the last.
    static final int PART_BYTES = 1 << 20;

    /// In how many parts it is stored.
    int parts() {
        return Math.toIntExact((bytes + PART_BYTES - 1) / PART_BYTES);
    }
}
