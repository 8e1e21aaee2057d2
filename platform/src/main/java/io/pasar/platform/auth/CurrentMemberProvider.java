package io.pasar.platform.auth;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/// Who makes the request that is being answered, for filters and argument resolvers.
public final class CurrentMemberProvider {

    private CurrentMemberProvider() {}

    /// The member whose token the request carries; empty for a guest.
    public static Mono<Caller.Member> member() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.Member.class);
    }
}
