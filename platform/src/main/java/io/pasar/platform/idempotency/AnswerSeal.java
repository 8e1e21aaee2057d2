package io.pasar.platform.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Hides answers from readers of the table: AES-256-GCM under a key derived (HKDF-SHA-256) from the idempotency
/// key and the row's id. The row's id is authenticated too, so an answer cannot be moved to another row.
final class AnswerSeal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PURPOSE = "pasar idempotency answer 1".getBytes(StandardCharsets.US_ASCII);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey secret;
    private final byte[] row;

    private AnswerSeal(SecretKey secret, byte[] row) {
        this.secret = secret;
        this.row = row;
    }

    static AnswerSeal of(IdempotencyKey key, byte[] row) {
        try {
            HKDFParameterSpec derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(key.bytes())
                    .addSalt(row)
                    .thenExpand(PURPOSE, KEY_BYTES);
            return new AnswerSeal(KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation), row);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Nonce, then cipher text with tag.
    byte[] close(byte[] open) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, open);
        return ByteBuffer.allocate(NONCE_BYTES + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
    }

    /// @throws IllegalStateException if the bytes were not closed with the same key for the same row
    byte[] open(byte[] closed) {
        ByteBuffer buffer = ByteBuffer.wrap(closed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] hidden = new byte[buffer.remaining()];
        buffer.get(hidden);
        return run(Cipher.DECRYPT_MODE, nonce, hidden);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a kept answer cannot be read", broken);
        }
    }
}
