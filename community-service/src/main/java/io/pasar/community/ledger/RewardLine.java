package io.pasar.community.ledger;

import io.pasar.kernel.event.RewardChanged;
import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
import java.time.Instant;

/// One line of a member's list of rewards.
///
/// @param amount in the unit's smallest part; negative for what was taken back
record RewardLine(
        EntryId id,
        MemberId member,
        Instant at,
        RewardUnit unit,
        long amount,
        HoldState state,
        String reason,
        String reference) {

    RewardChanged changed() {
        return new RewardChanged(id, member, unit.code(), unit.text(amount), state.stored(), reason, reference);
    }
}
