package io.pasar.community.ledger;

import java.util.Locale;

/// Where a reward is in its life.
public enum HoldState {
    /// Given, but may still be taken back.
    PENDING,
    /// The member's own for good.
    POSTED,
    /// Taken back.
    VOIDED;

    /// The text outside Java.
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HoldState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
