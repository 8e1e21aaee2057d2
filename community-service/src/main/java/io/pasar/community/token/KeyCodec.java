package io.pasar.community.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes signing keys and turns them into what is stored, and back. It computes for up to a second.
final class KeyCodec {

    private static final int RSA_BITS = 2048;

    private final Optional<KeySeal> seal;
    private final Supplier<byte[]> nonces;

    /// @param seal absent if private keys are stored as they are
    /// @param nonces gives 12 fresh random bytes at each call
    KeyCodec(Optional<KeySeal> seal, Supplier<byte[]> nonces) {
        this.seal = seal;
        this.nonces = nonces;
    }

    static SigningKey generate(String kid, Instant publishedAt, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(
                    kid, (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate(), publishedAt, signsFrom);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    StoredSigningKey store(SigningKey key) {
        byte[] secret = key.privateKey().getEncoded();
        byte[] kept =
                seal.map(lock -> lock.seal(key.kid(), secret, nonces.get())).orElse(secret);
        return new StoredSigningKey(
                key.kid(), key.publicKey().getEncoded(), kept, seal.isPresent(), key.publishedAt(), key.signsFrom());
    }

    /// @throws IllegalStateException if the key is sealed and the sealing key is absent or another one
    SigningKey open(StoredSigningKey stored) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new SigningKey(
                    stored.kid(),
                    (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(stored.publicKey())),
                    (RSAPrivateKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(secretOf(stored))),
                    stored.publishedAt(),
                    stored.signsFrom());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("signing key " + stored.kid() + " cannot be read", failure);
        }
    }

    private byte[] secretOf(StoredSigningKey stored) {
        if (!stored.sealed()) {
            return stored.privateKey();
        }
        return seal.orElseThrow(() -> new IllegalStateException(
                        "signing keys were stored sealed: set pasar.token.sealing-key to the key that sealed them"))
                .open(stored.kid(), stored.privateKey());
    }
}
