package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.JobId;
import io.pasar.kernel.id.MemberId;

/// An import this worker may carry on for as long as its lease holds.
///
/// @param currency ISO 4217 code of every price
/// @param parts of the stored file
/// @param position products of the file that are behind us
/// @param claims how often it was claimed since it last moved, this time included
record ClaimedImport(JobId id, MemberId owner, String currency, int parts, int position, int claims) {

    /// How often an import may be claimed without moving before it is given up.
    static final int CLAIMS_MAX = 5;

    /// Whether something in it keeps stopping workers.
    boolean isHopeless() {
        return claims > CLAIMS_MAX;
    }
}
