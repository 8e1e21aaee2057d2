package io.pasar.community.token;

import io.pasar.platform.auth.IssuerKeys;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Our own keys for our own verifier, so that the service need not ask itself over HTTP.
@Component
class OwnIssuerKeysProvider implements IssuerKeys {

    private final SigningKeyService keys;
    private final TokenProperties properties;
    private final JsonMapper json;

    OwnIssuerKeysProvider(SigningKeyService keys, TokenProperties properties, JsonMapper json) {
        this.keys = keys;
        this.properties = properties;
        this.json = json;
    }

    @Override
    public String issuer() {
        return properties.issuer();
    }

    @Override
    public Mono<String> jwks() {
        return keys.published().map(ring -> json.writeValueAsString(PublicKeySet.of(ring)));
    }
}
