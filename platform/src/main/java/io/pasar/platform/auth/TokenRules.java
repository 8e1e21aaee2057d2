package io.pasar.platform.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.auth.AuthProperties.Issuer;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a token must be, apart from its signature. Every refusal is an `invalid-token` problem that says why.
final class TokenRules {

    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt");
    private static final int NAME_MAX = 100;

    private TokenRules() {}

    /// A token that is signed with something, in a form we can read.
    static SignedJWT signed(String token) {
        try {
            return switch (JWTParser.parse(token)) {
                case SignedJWT signed -> signed;
                case PlainJWT _ -> throw refused("The token is not signed.");
                default -> throw refused("The token is encrypted; send a signed one.");
            };
        } catch (ParseException broken) {
            throw refused("The token is not a JSON Web Token.");
        }
    }

    static JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException broken) {
            throw refused("The token's claims cannot be read.");
        }
    }

    /// The algorithm the token is signed with, if the issuer may use it.
    static SigningAlgorithm algorithm(JWSHeader header, Issuer issuer) {
        return SigningAlgorithm.named(header.getAlgorithm().getName())
                .filter(issuer.algorithms()::contains)
                .orElseThrow(() -> refused("The token is signed with "
                        + bounded(header.getAlgorithm().getName()) + "; this issuer's tokens must be signed with "
                        + names(issuer.algorithms()) + "."));
    }

    /// Checks type, extensions, audience and times.
    static void check(JWSHeader header, JWTClaimsSet claims, Issuer issuer, Instant now, TokenTimes times) {
        require(isAccessToken(header.getType()), "The token is of another type; send an access token.");
        require(header.getCriticalParams() == null, "The token needs extensions that are not understood here.");
        require(claims.getAudience().contains(issuer.audience()), "The token is for another audience.");
        require(claims.getExpirationTime() != null, "The token has no expiry.");
        require(now.isBefore(instant(claims.getExpirationTime()).plus(times.skew())), "The token has expired.");
        require(
                !instant(claims.getExpirationTime())
                        .isAfter(now.plus(times.lifetimeMax()).plus(times.skew())),
                "The token lives longer than is accepted here.");
        require(notBefore(claims, now.plus(times.skew())), "The token is not valid yet.");
    }

    /// The member the token speaks for.
    static Caller.Member member(JWTClaimsSet claims, Issuer issuer) {
        String subject = claims.getSubject();
        require(subject != null && !subject.isBlank(), "The token has no subject.");
        MemberId id = issuer.subject()
                .member(issuer.issuer(), subject)
                .orElseThrow(() -> refused("The token's subject is no member id."));
        String handle = name(claims, "preferred_username", id.toString());
        return new Caller.Member(id, handle, name(claims, "name", handle), instant(claims.getExpirationTime()));
    }

    static Problem refused(String detail) {
        return CommonProblem.INVALID_TOKEN.because(detail);
    }

    private static boolean isAccessToken(@Nullable JOSEObjectType type) {
        return type == null || TYPES.contains(type.getType().toLowerCase(Locale.ROOT));
    }

    private static boolean notBefore(JWTClaimsSet claims, Instant latest) {
        Date start = claims.getNotBeforeTime();
        return start == null || !instant(start).isAfter(latest);
    }

    /// A name others may be shown; one that breaks the rules for text is left out.
    private static String name(JWTClaimsSet claims, String claim, String otherwise) {
        return claims.getClaim(claim) instanceof String text
                        && !text.isBlank()
                        && TextRules.objection(text, NAME_MAX, false).isEmpty()
                ? text
                : otherwise;
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }

    private static void require(boolean holds, String detail) {
        if (!holds) {
            throw refused(detail);
        }
    }

    private static String names(Set<SigningAlgorithm> algorithms) {
        return algorithms.stream().map(SigningAlgorithm::jwsName).sorted().collect(Collectors.joining(", "));
    }

    private static String bounded(String text) {
        return text.length() > 20 ? "an unknown algorithm" : text;
    }
}
