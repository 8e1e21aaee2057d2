package io.pasar.platform.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Whose limit it is, as a hash: addresses and handles do not become key names.
record LimitSubject(String hash) {

    private static final int BYTES = 16;

    static LimitSubject of(String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return new LimitSubject(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String key(Quota quota) {
        return "{limit:" + quota.name() + ":" + hash + "}";
    }
}
