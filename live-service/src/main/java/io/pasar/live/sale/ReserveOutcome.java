package io.pasar.live.sale;

/// What became of a [ReserveRequest] whose sale was open and had the units.
sealed interface ReserveOutcome {

    /// The units are held.
    record Granted(Moved moved) implements ReserveOutcome {}

    /// The member's limit forbids it; the transaction has moved units and must be rolled back.
    record OverLimit() implements ReserveOutcome {}
}
