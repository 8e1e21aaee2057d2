package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;

/// One entry of a transaction.
///
/// @param amount in the unit's smallest part; positive adds to the account
/// @param line whether the member sees it in their list
record Posting(EntryId id, Account account, long amount, boolean line) {

    Posting {
        if (amount == 0) {
            throw new IllegalArgumentException("an entry moves something");
        }
    }
}
