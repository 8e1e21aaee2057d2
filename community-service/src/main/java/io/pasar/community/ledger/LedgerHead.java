package io.pasar.community.ledger;

/// The newest link of the chain.
record LedgerHead(long seq, ChainHash hash) {}
