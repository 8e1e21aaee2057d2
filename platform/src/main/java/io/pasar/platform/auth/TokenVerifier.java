package io.pasar.platform.auth;

import reactor.core.publisher.Mono;

/// Turns a bearer token into the member it stands for.
@FunctionalInterface
public interface TokenVerifier {

    /// @return the member; or an `invalid-token` problem if the token is malformed, forged, expired, not yet
    ///     valid, for another audience, unsigned, or from an issuer nobody configured
    Mono<Caller.Member> verify(String token);
}
