package io.pasar.community.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.pasar.community.member.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// Writes access tokens: JWTs of type `at+jwt` (RFC 9068) signed with RS256.
///
/// @param issuer the `iss`
/// @param audience the `aud`
/// @param lifetime from `iat` to `exp`
record AccessTokens(String issuer, String audience, Duration lifetime) {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /// @param id the `jti`
    @SuppressWarnings("JavaUtilDate") // Nimbus speaks java.util.Date.
    String sign(Member member, SigningKey key, UUID id, Instant now) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.kid())
                .type(TYPE)
                .build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(member.id().toString())
                .claim("preferred_username", member.handle())
                .claim("name", member.displayName())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(id.toString())
                .build();
        return signed(new SignedJWT(header, claims), key);
    }

    private static String signed(SignedJWT token, SigningKey key) {
        try {
            token.sign(new RSASSASigner(key.privateKey()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("signing failed", impossible);
        }
    }
}
