package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Entries that take effect together; they sum to zero in every unit.
///
/// @param reference unique; a second transaction with the same one changes nothing
/// @param reason a stable word for what it is for, such as `referral.inviter`
/// @param hold the hold it makes or changes
/// @param at by the service's clock, in whole microseconds
record LedgerTransaction(String reference, String reason, Optional<EntryId> hold, Instant at, List<Posting> postings) {

    /// The most characters a reference or reason has.
    static final int TEXT_MAX = 200;

    LedgerTransaction {
        postings = List.copyOf(postings);
        if (reference.length() > TEXT_MAX || reason.length() > TEXT_MAX) {
            throw new IllegalArgumentException("references and reasons are short");
        }
        if (postings.isEmpty() || !isBalanced(postings)) {
            throw new IllegalArgumentException("entries of a transaction sum to zero");
        }
    }

    private static boolean isBalanced(List<Posting> postings) {
        Map<RewardUnit, Long> sums = postings.stream()
                .collect(Collectors.toMap(posting -> posting.account().unit(), Posting::amount, Math::addExact));
        return sums.values().stream().allMatch(sum -> sum == 0);
    }
}
