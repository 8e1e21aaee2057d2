package io.pasar.community.ledger;

/// Follows the hash chain link by link. Pure: each step gives the next state.
sealed interface ChainCheck {

    /// Whole so far.
    ///
    /// @param seq the number of the last link
    record Whole(long seq, ChainHash hash) implements ChainCheck {}

    /// Broken.
    ///
    /// @param seq the first link that does not follow from the one before
    record Broken(long seq) implements ChainCheck {}

    /// Before the first link.
    static ChainCheck start() {
        return new Whole(0, ChainHash.GENESIS);
    }

    /// After one more link.
    default ChainCheck follow(ChainLink link) {
        return switch (this) {
            case Broken broken -> broken;
            case Whole(long seq, ChainHash hash) ->
                link.seq() == seq + 1
                                && link.previous().equals(hash)
                                && link.hash().equals(hash.next(link.seq(), link.transaction()))
                        ? new Whole(link.seq(), link.hash())
                        : new Broken(seq + 1);
        };
    }

    /// At the end: the last link must be the ledger's head.
    default ChainCheck endAt(long headSeq, ChainHash head) {
        return switch (this) {
            case Broken broken -> broken;
            case Whole(long seq, ChainHash hash) -> seq == headSeq && hash.equals(head) ? this : new Broken(seq + 1);
        };
    }
}
