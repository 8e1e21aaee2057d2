package io.pasar.platform.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A request under an idempotency key, as the table knows it: by digests that tell nothing to who lacks the
/// key.
final class KeyedRequest {

    private static final String MAC = "HmacSHA256";

    private final IdempotencyKey key;
    private final byte[] id;
    private final byte[] fingerprint;

    private KeyedRequest(IdempotencyKey key, byte[] id, byte[] fingerprint) {
        this.key = key;
        this.id = id;
        this.fingerprint = fingerprint;
    }

    /// @param scope within which the key is unique, such as a member's id
    /// @param what everything that makes the request this one: method, path, query
    /// @param body its body
    static KeyedRequest of(String scope, IdempotencyKey key, List<String> what, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((scope + "|").getBytes(StandardCharsets.UTF_8));
            byte[] id = digest.digest(key.bytes());
            return new KeyedRequest(key, id, fingerprint(key, what, body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// SHA-256 over scope and key: the row.
    byte[] id() {
        return id.clone();
    }

    /// HMAC-SHA-256 over the request, keyed by the idempotency key: a password in the body cannot be guessed
    /// from it.
    byte[] fingerprint() {
        return fingerprint.clone();
    }

    /// Whether the row was made by the same request; takes the same time whatever the answer.
    boolean isSameAs(byte[] otherFingerprint) {
        return MessageDigest.isEqual(fingerprint, otherFingerprint);
    }

    /// What hides the answer.
    AnswerSeal seal() {
        return AnswerSeal.of(key, id);
    }

    /// Lengths go before parts, so that no two requests make the same bytes.
    private static byte[] fingerprint(IdempotencyKey key, List<String> what, byte[] body)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key.bytes(), MAC));
        for (String part : what) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            mac.update(bytes);
        }
        return mac.doFinal(body);
    }
}
