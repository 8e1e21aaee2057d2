package io.pasar.community.ledger;

/// What a decision does: the transaction to append and the hold as it is afterwards.
///
/// @param settles whether the hold changed its state, and with it all its lines
record Movement(LedgerTransaction transaction, Hold hold, boolean settles) {}
