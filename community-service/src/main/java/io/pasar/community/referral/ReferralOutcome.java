package io.pasar.community.referral;

import java.util.Locale;

/// What became of a referral.
public enum ReferralOutcome {
    /// No order yet.
    OPEN,
    /// Both sides were rewarded.
    GRANTED,
    /// Somebody has to look at it first.
    HELD,
    /// There is no reward.
    REFUSED;

    /// The text in the database.
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
