package io.pasar.community.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Map;

/// The public parts of signing keys as a JSON Web Key Set (RFC 7517).
final class PublicKeySet {

    private PublicKeySet() {}

    static Map<String, Object> of(List<SigningKey> keys) {
        List<JWK> published = keys.stream().map(PublicKeySet::jwk).toList();
        return new JWKSet(published).toJSONObject(true);
    }

    private static JWK jwk(SigningKey key) {
        return new RSAKey.Builder(key.publicKey())
                .keyID(key.kid())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }
}
