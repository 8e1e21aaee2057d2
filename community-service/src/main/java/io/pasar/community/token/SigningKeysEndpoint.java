package io.pasar.community.token;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `signingkeys` of the actuator: shows the ring without its secrets, and rotates it on command. For the
/// operator only.
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
    /// @param atOnce whether it replaces all others immediately, as after a leak, rather than signing after
    ///     everybody had time to learn it; members then refresh their sign-ins
    @WriteOperation
    Mono<KeyView> rotate(boolean atOnce) {
        Mono<SigningKey> made = atOnce ? keys.replaceAll() : keys.rotate(properties.publishKeysAhead());
        return made.map(KeyView::of);
    }

    /// A key without its secret.
    record KeyView(String kid, Instant publishedAt, Instant signsFrom) {

        static KeyView of(SigningKey key) {
            return new KeyView(key.kid(), key.publishedAt(), key.signsFrom());
        }
    }
}
