package io.pasar.community.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A secret of 256 random bits that can be exchanged for new tokens once. It never shows itself; what is stored
/// is its SHA-256, which needs no salt because the secret has full entropy.
record RefreshToken(String text) {

    /// Random bytes in a token.
    static final int BYTES = 32;

    static RefreshToken of(byte[] random) {
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
