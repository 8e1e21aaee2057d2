package io.pasar.community.ledger;

import java.util.Locale;

/// What an account is for.
enum AccountPurpose {
    /// Where rewards come from and return to; one a unit; the only kind that may be negative.
    PROGRAMME,
    /// Given to a member, but may still be taken back.
    PENDING,
    /// The member's own.
    AVAILABLE;

    /// The text in the database and in the hash.
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccountPurpose of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
