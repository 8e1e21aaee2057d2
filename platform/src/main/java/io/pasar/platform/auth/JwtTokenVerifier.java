package io.pasar.platform.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.pasar.platform.auth.AuthProperties.Issuer;
import java.time.Clock;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Verifies tokens of the configured issuers, and remembers the verified ones.
final class JwtTokenVerifier implements TokenVerifier {

    private final Map<String, TrustedIssuer> issuers;
    private final VerifiedTokens verified;
    private final TokenTimes times;
    private final Clock clock;

    /// One configured issuer and its keys.
    record TrustedIssuer(Issuer settings, JwksClient keys) {}

    private record Claim(SignedJWT token, JWTClaimsSet claims, TrustedIssuer issuer, SigningAlgorithm algorithm) {}

    /// @param issuers by what stands in `iss`
    JwtTokenVerifier(Map<String, TrustedIssuer> issuers, VerifiedTokens verified, TokenTimes times, Clock clock) {
        this.issuers = Map.copyOf(issuers);
        this.verified = verified;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Mono<Caller.Member> verify(String token) {
        return Mono.defer(() -> {
            TokenHash hash = TokenHash.of(token);
            return Mono.justOrEmpty(verified.find(hash))
                    .switchIfEmpty(Mono.defer(() -> prove(token)).doOnNext(member -> verified.keep(hash, member)));
        });
    }

    private Mono<Caller.Member> prove(String token) {
        Claim claim = read(token);
        return claim.issuer().keys().keys(claim.token().getHeader().getKeyID()).map(ring -> proven(claim, ring));
    }

    /// Checks what costs nothing first, so that only a token that could be right makes us fetch keys.
    private Claim read(String token) {
        SignedJWT signed = TokenRules.signed(token);
        JWTClaimsSet claims = TokenRules.claims(signed);
        TrustedIssuer issuer = issuers.get(String.valueOf(claims.getIssuer()));
        if (issuer == null) {
            throw TokenRules.refused("The token's issuer is not trusted here.");
        }
        SigningAlgorithm algorithm = TokenRules.algorithm(signed.getHeader(), issuer.settings());
        TokenRules.check(signed.getHeader(), claims, issuer.settings(), clock.instant(), times);
        return new Claim(signed, claims, issuer, algorithm);
    }

    private static Caller.Member proven(Claim claim, KeyRing ring) {
        byte[] signed = claim.token().getSigningInput();
        byte[] signature = claim.token().getSignature().decode();
        boolean genuine = ring.candidates(claim.token().getHeader().getKeyID(), claim.algorithm())
                .anyMatch(key -> claim.algorithm().verifies(key, signed, signature));
        if (!genuine) {
            throw TokenRules.refused("The token's signature is not its issuer's.");
        }
        return TokenRules.member(claim.claims(), claim.issuer().settings());
    }
}
