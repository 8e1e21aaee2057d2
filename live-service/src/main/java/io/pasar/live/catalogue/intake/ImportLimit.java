package io.pasar.live.catalogue.intake;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// Limits on uploads of catalogue files.
final class ImportLimit {

    /// Uploads of one member, refused ones included: each may bring 32 MiB.
    static final RateLimit UPLOADS = RateLimit.open("product-imports", 60, Duration.ofMinutes(1));

    private ImportLimit() {}
}
