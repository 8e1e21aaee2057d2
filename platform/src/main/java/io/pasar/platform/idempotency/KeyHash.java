package io.pasar.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The form in which a feature stores a caller's idempotency key beside what it led to: SHA-256, because the
/// key is the caller's secret. A call outside a transaction whose answer was lost finds its effect by it.
public final class KeyHash {

    private KeyHash() {}

    /// 64 hex digits.
    public static String of(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
