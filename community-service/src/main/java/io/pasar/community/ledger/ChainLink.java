package io.pasar.community.ledger;

/// A transaction as it lies in the ledger.
record ChainLink(long seq, ChainHash previous, ChainHash hash, LedgerTransaction transaction) {}
