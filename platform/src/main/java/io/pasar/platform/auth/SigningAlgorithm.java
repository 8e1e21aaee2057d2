package io.pasar.platform.auth;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;

/// The signature algorithms a token may be signed with (RFC 7518, RFC 8037). All are asymmetric, so a public
/// key can never serve as a shared secret.
public enum SigningAlgorithm {
    /// RSA PKCS #1 v1.5 with SHA-256; 2048 bits or more.
    RS256("RS256", "SHA256withRSA", "RSA"),
    /// ECDSA on P-256 with SHA-256.
    ES256("ES256", "SHA256withECDSAinP1363Format", "EC"),
    /// Ed25519.
    EDDSA("EdDSA", "Ed25519", "EdDSA");

    private final String jwsName;
    private final String jcaName;
    private final String keyAlgorithm;

    SigningAlgorithm(String jwsName, String jcaName, String keyAlgorithm) {
        this.jwsName = jwsName;
        this.jcaName = jcaName;
        this.keyAlgorithm = keyAlgorithm;
    }

    /// The name in a token's header.
    public String jwsName() {
        return jwsName;
    }

    static Optional<SigningAlgorithm> named(String jwsName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwsName.equals(jwsName))
                .findFirst();
    }

    boolean fits(PublicKey key) {
        return keyAlgorithm.equals(key.getAlgorithm());
    }

    /// Whether the signature is the key's over these bytes; a malformed signature or a key of another kind is
    /// not.
    boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(jcaName);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
