package io.pasar.platform.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An issuer's public keys at one time. Keys for encryption, secret keys, RSA keys under 2048 bits and kinds we
/// do not know are left out.
record KeyRing(List<Key> keys) {

    private static final int RSA_BITS_MIN = 2048;
    private static final int KEYS_MAX = 100;
    private static final byte[] ED25519_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    /// @param id the `kid`; null if the issuer gives none
    record Key(@Nullable String id, PublicKey key) {}

    KeyRing {
        keys = List.copyOf(keys);
    }

    /// @throws IllegalArgumentException if the text is no key set
    static KeyRing parse(String jwks) {
        try {
            return new KeyRing(JWKSet.parse(jwks).getKeys().stream()
                    .limit(KEYS_MAX)
                    .filter(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                    .flatMap(key -> publicKey(key).map(found -> new Key(key.getKeyID(), found)).stream())
                    .toList());
        } catch (ParseException broken) {
            throw new IllegalArgumentException("not a JSON Web Key Set", broken);
        }
    }

    /// Whether it can be told which keys a token with this key id may be signed with.
    boolean knows(@Nullable String id) {
        return id == null ? !keys.isEmpty() : keys.stream().anyMatch(key -> id.equals(key.id));
    }

    /// The keys to try for a token: those of its key id, or all where the token names none.
    Stream<PublicKey> candidates(@Nullable String id, SigningAlgorithm algorithm) {
        return keys.stream()
                .filter(key -> id == null || id.equals(key.id))
                .map(Key::key)
                .filter(algorithm::fits);
    }

    private static Optional<PublicKey> publicKey(JWK jwk) {
        try {
            return switch (jwk) {
                case OctetKeyPair pair -> ed25519(pair);
                case AsymmetricJWK pair -> Optional.of(pair.toPublicKey()).filter(KeyRing::isLongEnough);
                default -> Optional.empty();
            };
        } catch (JOSEException | GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    private static boolean isLongEnough(PublicKey key) {
        return !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() >= RSA_BITS_MIN;
    }

    private static Optional<PublicKey> ed25519(OctetKeyPair pair) throws GeneralSecurityException {
        if (!"Ed25519".equals(pair.getCurve().getName())) {
            return Optional.empty();
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(ED25519_HEADER);
        encoded.writeBytes(pair.getX().decode());
        return Optional.of(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
    }
}
