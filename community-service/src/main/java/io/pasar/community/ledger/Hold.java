package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
import java.time.Instant;

/// A reward that was given and what is left of it.
///
/// @param id the id of its first line
/// @param remaining what is left, in the unit's smallest part
/// @param maturesAt when it becomes the member's own
/// @param reference of the transaction that gave it
/// @param reason of the transaction that gave it
record Hold(
        EntryId id,
        MemberId member,
        RewardUnit unit,
        long remaining,
        HoldState state,
        Instant maturesAt,
        String reference,
        String reason) {

    Hold with(long left, HoldState next) {
        return new Hold(id, member, unit, left, next, maturesAt, reference, reason);
    }
}
