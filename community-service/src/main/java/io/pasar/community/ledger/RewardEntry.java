package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import java.time.Instant;

/// A line as the public interface shows it.
record RewardEntry(EntryId id, Instant at, String unit, String amount, String state, String reason, String reference) {

    static RewardEntry of(RewardLine line) {
        return new RewardEntry(
                line.id(),
                line.at(),
                line.unit().code(),
                line.unit().text(line.amount()),
                line.state().stored(),
                line.reason(),
                line.reference());
    }
}
