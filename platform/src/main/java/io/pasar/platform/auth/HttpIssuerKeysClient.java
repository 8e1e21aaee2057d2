package io.pasar.platform.auth;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// Fetches an issuer's keys over HTTP; finds them by OpenID discovery if their address is not configured.
final class HttpIssuerKeysClient implements IssuerKeys {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final WebClient http;
    private final String issuer;
    private final @Nullable URI keys;

    HttpIssuerKeysClient(WebClient http, String issuer, @Nullable URI keys) {
        this.http = http;
        this.issuer = issuer;
        this.keys = keys;
    }

    @Override
    public String issuer() {
        return issuer;
    }

    @Override
    public Mono<String> jwks() {
        return address().flatMap(uri -> http.get().uri(uri).retrieve().bodyToMono(String.class));
    }

    private Mono<URI> address() {
        return keys == null ? discovered() : Mono.just(keys);
    }

    private Mono<URI> discovered() {
        return http.get()
                .uri(URI.create(issuer + DISCOVERY))
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
                .map(this::jwksUri);
    }

    private URI jwksUri(Map<String, Object> document) {
        if (!issuer.equals(document.get("issuer"))) {
            throw new IllegalStateException("the discovery document names another issuer");
        }
        return URI.create(String.valueOf(document.get("jwks_uri")));
    }
}
