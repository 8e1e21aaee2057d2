package io.pasar.community.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/// One link of the ledger's hash chain: SHA-256 over the link before, the sequence number and everything a
/// transaction says. Whoever changes, removes or inserts a transaction must recompute every later link, and the
/// newest one is easy to keep elsewhere.
///
/// @param hex 64 hexadecimal digits
record ChainHash(String hex) {

    /// What the first transaction follows.
    static final ChainHash GENESIS = new ChainHash("00".repeat(32));

    private static final char END = '\u001F';

    static ChainHash of(byte[] bytes) {
        return new ChainHash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// The link of the transaction that follows this one.
    ChainHash next(long seq, LedgerTransaction transaction) {
        StringBuilder text = new StringBuilder(hex);
        add(text, seq);
        add(text, transaction.reference());
        add(text, transaction.reason());
        add(text, transaction.hold().map(Object::toString).orElse(""));
        add(text, micros(transaction.at()));
        transaction.postings().forEach(posting -> add(text, posting));
        return of(sha256(text.toString()));
    }

    private static void add(StringBuilder text, Posting posting) {
        add(text, posting.id());
        add(text, posting.account().purpose().stored());
        add(text, posting.account().member().map(Object::toString).orElse(""));
        add(text, posting.account().unit().code());
        add(text, posting.amount());
        add(text, posting.line());
    }

    /// Every value with its length, so that no two transactions read the same.
    private static void add(StringBuilder text, Object value) {
        String shown = value.toString();
        text.append(END).append(shown.length()).append(END).append(shown);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
