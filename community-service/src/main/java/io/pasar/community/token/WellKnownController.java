package io.pasar.community.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The documents by which other services come to trust our tokens.
@RestController
@RequestMapping("/.well-known")
class WellKnownController {

    private static final CacheControl CACHEABLE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final SigningKeyService keys;
    private final DiscoveryDocument discovery;

    WellKnownController(SigningKeyService keys, TokenProperties properties) {
        this.keys = keys;
        this.discovery = DiscoveryDocument.of(properties.issuer());
    }

    @GetMapping("/jwks.json")
    Mono<ResponseEntity<Map<String, Object>>> keySet() {
        return keys.published()
                .map(WellKnownController::toKeySet)
                .map(set -> ResponseEntity.ok().cacheControl(CACHEABLE).body(set.toJSONObject(true)));
    }

    @GetMapping("/openid-configuration")
    ResponseEntity<DiscoveryDocument> discovery() {
        return ResponseEntity.ok().cacheControl(CACHEABLE).body(discovery);
    }

    static JWKSet toKeySet(List<SigningKey> keys) {
        return new JWKSet(keys.stream().map(WellKnownController::toJwk).toList());
    }

    private static JWK toJwk(SigningKey key) {
        return new RSAKey.Builder(key.publicKey())
                .keyID(key.kid())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }
}
