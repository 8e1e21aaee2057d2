package io.pasar.community.ledger;

/// A reward to take back, whole or in part.
///
/// @param grantReference the reference it was given under
/// @param keep what the member keeps of it, 0 or more, in the unit's smallest part
/// @param reason a stable word for why
/// @param reference unique; taking back twice with the same one takes once
public record Reduction(String grantReference, long keep, String reason, String reference) {

    public Reduction {
        if (keep < 0) {
            throw new IllegalArgumentException("nobody keeps less than nothing");
        }
    }
}
