package io.pasar.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.AuthProperties.Issuer;
import io.pasar.platform.auth.JwtTokenVerifier.TrustedIssuer;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.test.MutableClock;
import io.pasar.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Which tokens stand for a member, and what the others are told.
class JwtTokenVerifierTest {

    private static final UUID MEMBER = UUID.fromString("0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e");
    private static final String ISSUER = TestTokens.issuer();
    private static final RSAKey RSA = rsa(2048);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LIFETIME_MAX = Duration.ofHours(24);
    private static final Duration KEYS_MAX_AGE = Duration.ofMinutes(15);

    private final MutableClock clock = MutableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final AtomicInteger fetches = new AtomicInteger();
    private final VerifiedTokens verified = new VerifiedTokens(100, KEYS_MAX_AGE, clock);

    @Test
    void knowsTheMemberOfAValidToken() {
        StepVerifier.create(verifier(TestTokens.jwks()).verify(TestTokens.valid(MEMBER, "ayu")))
                .assertNext(member -> {
                    assertThat(member.id()).isEqualTo(new MemberId(MEMBER));
                    assertThat(member.handle()).isEqualTo("ayu");
                    assertThat(member.displayName()).isEqualTo("ayu");
                })
                .verifyComplete();
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(TestTokens.expired(MEMBER, "ayu"), "expired");
    }

    @Test
    void refusesAForgedToken() {
        refuses(TestTokens.forged(MEMBER, "ayu"), "signature");
    }

    @Test
    void refusesAChangedToken() {
        refuses(TestTokens.tampered(MEMBER, UUID.randomUUID(), "ayu"), "signature");
    }

    @Test
    void refusesAnUnsignedToken() {
        refuses(TestTokens.unsigned(MEMBER, "ayu"), "not signed");
    }

    @Test
    void refusesThePublicKeyAsSharedSecret() {
        refuses(TestTokens.confused(MEMBER, "ayu"), "HS256");
    }

    @Test
    void refusesAForeignIssuer() {
        refuses(TestTokens.foreign(MEMBER, "ayu"), "issuer is not trusted");
    }

    @Test
    void refusesATokenForAnotherAudience() {
        refuses(TestTokens.forAnotherAudience(MEMBER, "ayu"), "audience");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "....", "e30.e30.", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "💥.💥.💥"})
    void refusesWhatIsNoToken(String text) {
        StepVerifier.create(verifier(TestTokens.jwks()).verify(text))
                .expectErrorSatisfies(error -> isInvalidToken(error, ""))
                .verify();
    }

    @Test
    void grantsClocksThirtySecondsAndNoMore() {
        String token = signed(claims().expirationTime(date(Duration.ZERO)));
        clock.advance(SKEW.minusSeconds(1));
        StepVerifier.create(verifier(keys(RSA)).verify(token))
                .expectNextCount(1)
                .verifyComplete();
        clock.advance(Duration.ofSeconds(1));
        refuses(verifier(keys(RSA)), token, "expired");
    }

    @Test
    void refusesATokenThatIsNotValidYet() {
        refuses(verifier(keys(RSA)), signed(claims().notBeforeTime(date(SKEW.plusSeconds(1)))), "not valid yet");
        String soon = signed(claims().notBeforeTime(date(SKEW)));
        StepVerifier.create(verifier(keys(RSA)).verify(soon)).expectNextCount(1).verifyComplete();
    }

    @Test
    void refusesATokenWithoutExpiry() {
        refuses(verifier(keys(RSA)), signed(claims().expirationTime(null)), "no expiry");
    }

    @Test
    void refusesATokenOfAnotherType() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID(RSA.getKeyID())
                .build();
        refuses(verifier(keys(RSA)), signed(header, claims()), "another type");
    }

    @Test
    void refusesExtensionsItDoesNotUnderstand() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .keyID(RSA.getKeyID())
                .build();
        refuses(verifier(keys(RSA)), signed(header, claims()), "extensions");
    }

    @Test
    void refusesASubjectThatIsNoMemberId() {
        refuses(verifier(keys(RSA)), signed(claims().subject("1-1-1-1-1")), "subject");
    }

    @Test
    void refusesAnRsaKeyThatIsTooShort() {
        RSAKey weak = rsa(1024);
        refuses(verifier(keys(weak)), signed(weak, claims()), "signature");
    }

    @Test
    void refusesAnAlgorithmTheIssuerMayNotUse() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        refuses(verifier(keys(key)), signed(key), "must be signed with RS256");
    }

    @Test
    void acceptsEcdsaWhereItIsConfigured() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        StepVerifier.create(verifier(issuer(SubjectMeaning.MEMBER_ID, SigningAlgorithm.ES256), keys(key))
                        .verify(signed(key)))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void acceptsEd25519WhereItIsConfigured() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String x = base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        String jwks = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"ed\",\"x\":\"" + x + "\"}]}";
        String token = ed25519(pair, claims().build().toString());
        JwtTokenVerifier verifier = verifier(issuer(SubjectMeaning.MEMBER_ID, SigningAlgorithm.EDDSA), jwks);
        StepVerifier.create(verifier.verify(token)).expectNextCount(1).verifyComplete();
        refuses(verifier, token.substring(0, token.length() - 6) + "AAAAAA", "signature");
    }

    @Test
    void givesForeignSubjectsIdsThatNobodyElseCanHave() {
        JwtTokenVerifier foreign = verifier(issuer(SubjectMeaning.FOREIGN, SigningAlgorithm.RS256), keys(RSA));
        StepVerifier.create(foreign.verify(signed(claims().subject(MEMBER.toString()))))
                .assertNext(member -> {
                    assertThat(member.id()).isNotEqualTo(new MemberId(MEMBER));
                    assertThat(member.id().value().version()).isEqualTo(8);
                })
                .verifyComplete();
    }

    @Test
    void leavesOutNamesThatCouldDeceive() {
        String token = signed(claims().claim("preferred_username", "a\u202Eb").claim("name", "x\u0000y"));
        StepVerifier.create(verifier(keys(RSA)).verify(token))
                .assertNext(member -> {
                    assertThat(member.handle()).isEqualTo(MEMBER.toString());
                    assertThat(member.displayName()).isEqualTo(MEMBER.toString());
                })
                .verifyComplete();
    }

    @Test
    void remembersAVerifiedTokenUntilItExpiresAndNoLonger() {
        String token = signed(claims());
        JwtTokenVerifier verifier = verifier(keys(RSA));
        verifier.verify(token).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        assertThat(verified.find(TokenHash.of(token))).isPresent();
        clock.advance(Duration.ofMinutes(15));
        assertThat(verified.find(TokenHash.of(token))).isEmpty();
    }

    @Test
    void remembersNoTokenLongerThanItsIssuersKeys() {
        VerifiedTokens kept = new VerifiedTokens(100, Duration.ofMillis(200), clock);
        TokenHash token = TokenHash.of("token");
        kept.keep(token, new Caller.Member(new MemberId(MEMBER), "ayu", "ayu", Instant.MAX));
        await().atMost(Duration.ofSeconds(20)).until(() -> kept.find(token).isEmpty());
    }

    @Test
    void refusesATokenThatLivesTooLong() {
        String longest = signed(claims().expirationTime(date(LIFETIME_MAX.plus(SKEW))));
        StepVerifier.create(verifier(keys(RSA)).verify(longest))
                .expectNextCount(1)
                .verifyComplete();
        String tooLong =
                signed(claims().expirationTime(date(LIFETIME_MAX.plus(SKEW).plusSeconds(1))));
        refuses(verifier(keys(RSA)), tooLong, "lives longer");
    }

    @Test
    void remembersNoMoreTokensThanItMay() {
        JwtTokenVerifier verifier = verifier(keys(RSA));
        for (int i = 0; i < 150; i++) {
            verifier.verify(signed(claims().jwtID("token-" + i)))
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
        assertThat(verified.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void asksAnIssuerForKeysOnceAndForAnUnknownKeyIdAgainOnlyAfterTheGap() {
        JwtTokenVerifier verifier = verifier(TestTokens.jwks());
        String unknownKey = signed(claims());
        refuses(verifier, unknownKey, "signature");
        refuses(verifier, unknownKey, "signature");
        assertThat(fetches).hasValue(1);
        clock.advance(Duration.ofSeconds(31));
        refuses(verifier, unknownKey, "signature");
        refuses(verifier, unknownKey, "signature");
        assertThat(fetches).hasValue(2);
    }

    private void refuses(String token, String reason) {
        refuses(verifier(TestTokens.jwks()), token, reason);
    }

    private static void refuses(JwtTokenVerifier verifier, String token, String reason) {
        StepVerifier.create(verifier.verify(token))
                .expectErrorSatisfies(error -> isInvalidToken(error, reason))
                .verify();
    }

    private static void isInvalidToken(Throwable error, String reason) {
        assertThat(error).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(CommonProblem.INVALID_TOKEN);
            assertThat(problem.detail()).contains(reason);
        });
    }

    private JwtTokenVerifier verifier(String jwks) {
        return verifier(issuer(SubjectMeaning.MEMBER_ID, SigningAlgorithm.RS256), jwks);
    }

    private JwtTokenVerifier verifier(Issuer issuer, String jwks) {
        IssuerKeys source = new CountedKeys(jwks, fetches);
        KeyRefreshRules rules = new KeyRefreshRules(KEYS_MAX_AGE, Duration.ofSeconds(30));
        TrustedIssuer trusted = new TrustedIssuer(issuer, new JwksClient(source, rules, Duration.ofSeconds(3), clock));
        return new JwtTokenVerifier(Map.of(ISSUER, trusted), verified, new TokenTimes(SKEW, LIFETIME_MAX), clock);
    }

    private record CountedKeys(String text, AtomicInteger fetches) implements IssuerKeys {

        @Override
        public String issuer() {
            return ISSUER;
        }

        @Override
        public Mono<String> jwks() {
            fetches.incrementAndGet();
            return Mono.just(text);
        }
    }

    private static Issuer issuer(SubjectMeaning subject, SigningAlgorithm algorithm) {
        return new Issuer(ISSUER, null, null, TestTokens.audience(), Set.of(algorithm), subject);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(TestTokens.audience())
                .subject(MEMBER.toString())
                .expirationTime(date(Duration.ofMinutes(15)));
    }

    private Date date(Duration fromNow) {
        return Date.from(clock.instant().plus(fromNow));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(RSA, claims);
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        return signed(
                key,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                claims);
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims) {
        return signed(RSA, header, claims);
    }

    private static String signed(RSAKey key, JWSHeader header, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(ECKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims().build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String ed25519(KeyPair pair, String claims) throws Exception {
        String head = Stream.of("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}", claims)
                .map(part -> base64(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(head.getBytes(StandardCharsets.US_ASCII));
        return head + "." + base64(signature.sign());
    }

    private static String keys(com.nimbusds.jose.jwk.JWK key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static RSAKey rsa(int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID("rsa-" + bits).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
