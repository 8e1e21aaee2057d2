package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One entry together with the transaction it belongs to.
record ChainRow(
        long seq,
        ChainHash previous,
        ChainHash hash,
        String reference,
        String reason,
        Optional<EntryId> hold,
        Instant at,
        Posting posting) {

    /// The link that the rows of one sequence number make.
    ///
    /// @throws IllegalArgumentException if its entries are not balanced
    static ChainLink link(List<ChainRow> rows) {
        ChainRow first = rows.getFirst();
        List<Posting> postings = rows.stream().map(ChainRow::posting).toList();
        return new ChainLink(
                first.seq,
                first.previous,
                first.hash,
                new LedgerTransaction(first.reference, first.reason, first.hold, first.at, postings));
    }
}
