package io.pasar.community.ledger;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;

/// A reward to give.
///
/// @param amount in the unit's smallest part, 1 or more
/// @param maturesAt until when it may be taken back
/// @param reason a stable word for what it is for
/// @param reference unique; giving twice with the same one gives once
public record Grant(MemberId member, RewardUnit unit, long amount, Instant maturesAt, String reason, String reference) {

    public Grant {
        if (amount < 1) {
            throw new IllegalArgumentException("a reward is positive");
        }
    }
}
