package io.pasar.platform.auth;

import java.util.List;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/// Lets the [TokenVerifier] decide who a bearer token stands for; the principal is the [Caller.Member].
final class MemberAuthenticationProvider implements ReactiveAuthenticationManager {

    private final TokenVerifier verifier;

    MemberAuthenticationProvider(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        return authentication instanceof BearerTokenAuthenticationToken bearer
                ? verifier.verify(bearer.getToken()).map(MemberAuthenticationProvider::authenticated)
                : Mono.empty();
    }

    private static Authentication authenticated(Caller.Member member) {
        return UsernamePasswordAuthenticationToken.authenticated(member, "", List.of());
    }
}
