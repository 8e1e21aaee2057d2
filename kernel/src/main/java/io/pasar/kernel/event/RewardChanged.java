package io.pasar.kernel.event;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;

/// A line of a member's reward ledger appeared or changed its state.
///
/// @param unit `points` or an ISO 4217 code
/// @param amount signed decimal text
/// @param state `pending`, `posted` or `voided`
public record RewardChanged(
        EntryId entry, MemberId member, String unit, String amount, String state, String reason, String reference)
        implements DomainEvent {

    public static final String TYPE = "pasar.community.reward.changed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return member.toString();
    }
}
