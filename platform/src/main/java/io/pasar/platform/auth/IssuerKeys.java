package io.pasar.platform.auth;

import reactor.core.publisher.Mono;

/// Where the keys of one issuer come from. A service that issues tokens itself has a bean of this type, which
/// goes before the settings, so that it need not ask itself over HTTP.
public interface IssuerKeys {

    /// The issuer, as in `iss`.
    String issuer();

    /// The public keys as a JSON Web Key Set (RFC 7517). Asked when the service meets the issuer's first token,
    /// when the keys are old, and, rarely, for a key id it does not know.
    Mono<String> jwks();
}
