package io.pasar.community.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `signingkeys` of the actuator: shows the ring without its secrets, and rotates it on command. Not exposed
/// over HTTP unless `management.endpoints.web.exposure.include` says so; expose it on a management port only.
@Component
@Endpoint(id = "signingkeys")
class SigningKeysEndpoint {

    private final SigningKeyService keys;
    private final TokenProperties properties;

    SigningKeysEndpoint(SigningKeyService keys, TokenProperties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /// The published keys, youngest first.
    @ReadOperation
    Mono<List<KeyView>> published() {
        return keys.published().map(ring -> ring.stream().map(KeyView::of).toList());
    }

    /// Makes a new key.
    ///
    /// @param atOnce whether it signs immediately, as after a leak, rather than after everybody had time to
    ///     learn it
    @WriteOperation
    Mono<KeyView> rotate(boolean atOnce) {
        return keys.rotate(atOnce ? Duration.ZERO : properties.publishKeysAhead())
                .map(KeyView::of);
    }

    /// A key without its secret.
    record KeyView(String kid, Instant publishedAt, Instant signsFrom) {

        static KeyView of(SigningKey key) {
            return new KeyView(key.kid(), key.publishedAt(), key.signsFrom());
        }
    }
}
