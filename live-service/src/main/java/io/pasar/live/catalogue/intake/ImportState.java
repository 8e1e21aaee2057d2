package io.pasar.live.catalogue.intake;

import java.util.Locale;

/// Where an import stands. In JSON in lower case.
enum ImportState {
    /// Waiting for its turn or under way.
    RUNNING,
    /// Every product was looked at and at least one was imported.
    DONE,
    /// Nothing was imported, or the import was given up or cancelled.
    FAILED;

    static ImportState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// How it is stored.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
