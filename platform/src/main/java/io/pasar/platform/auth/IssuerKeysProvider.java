package io.pasar.platform.auth;

import io.pasar.platform.auth.AuthProperties.Issuer;
import java.util.List;
import org.springframework.web.reactive.function.client.WebClient;

/// Chooses where an issuer's keys come from: the service's own bean, the settings, the issuer's address.
record IssuerKeysProvider(List<IssuerKeys> own, WebClient http) {

    /// @throws IllegalArgumentException if keys in the settings cannot be read
    IssuerKeys of(Issuer issuer) {
        return own.stream()
                .filter(keys -> keys.issuer().equals(issuer.issuer()))
                .findFirst()
                .orElseGet(() -> configured(issuer));
    }

    private IssuerKeys configured(Issuer issuer) {
        if (issuer.jwks() == null) {
            return new HttpIssuerKeysClient(http, issuer.issuer(), issuer.jwksUri());
        }
        KeyRing.parse(issuer.jwks());
        return new FixedIssuerKeysProvider(issuer.issuer(), issuer.jwks());
    }
}
