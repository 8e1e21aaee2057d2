package io.pasar.community.token;

import java.time.Duration;
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
                .map(PublicKeySet::of)
                .map(set -> ResponseEntity.ok().cacheControl(CACHEABLE).body(set));
    }

    @GetMapping("/openid-configuration")
    ResponseEntity<DiscoveryDocument> discovery() {
        return ResponseEntity.ok().cacheControl(CACHEABLE).body(discovery);
    }
}
