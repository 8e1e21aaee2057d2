package io.pasar.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.web.cors.CorsConfiguration;

/// What pages of other origins may do: everything the interface offers, without cookies, since it uses none.
final class CorsProvider {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private CorsProvider() {}

    static CorsConfiguration of(List<String> origins) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(
                List.of("Authorization", "Content-Type", "Accept", "Idempotency-Key", "Last-Event-ID", "X-Request-Id"));
        rules.setExposedHeaders(List.of(
                "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "Idempotency-Replayed", "X-Request-Id"));
        rules.setMaxAge(REMEMBERED);
        return rules;
    }
}
