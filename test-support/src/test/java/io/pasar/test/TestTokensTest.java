package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

class TestTokensTest {

    private static final UUID MEMBER = UUID.randomUUID();

    @Test
    void signsTheValidTokenWithThePublishedKey() throws GeneralSecurityException {
        assertThat(isSigned(TestTokens.valid(MEMBER, "mei"))).isTrue();
        assertThat(claims(TestTokens.valid(MEMBER, "mei")))
                .contains("\"sub\":\"" + MEMBER + "\"", "\"iss\":\"" + TestTokens.issuer() + "\"");
    }

    @Test
    void doesNotSignTheForgedAndTheTamperedTokenWithThePublishedKey() throws GeneralSecurityException {
        assertThat(isSigned(TestTokens.forged(MEMBER, "mei"))).isFalse();
        assertThat(isSigned(TestTokens.tampered(MEMBER, UUID.randomUUID(), "mei")))
                .isFalse();
    }

    @Test
    void endsTheExpiredTokenInThePast() throws GeneralSecurityException {
        String token = TestTokens.expired(MEMBER, "mei");
        Matcher end = Pattern.compile("\"exp\":([0-9]+)").matcher(claims(token));

        assertThat(isSigned(token)).isTrue();
        assertThat(end.find()).isTrue();
        assertThat(Long.parseLong(end.group(1))).isLessThan(Instant.now().getEpochSecond());
    }

    @Test
    void leavesTheUnsignedTokenWithoutSignature() {
        assertThat(TestTokens.unsigned(MEMBER, "mei")).endsWith(".");
        assertThat(decoded(parts(TestTokens.unsigned(MEMBER, "mei")).getFirst()))
                .contains("\"alg\":\"none\"");
    }

    private static boolean isSigned(String token) throws GeneralSecurityException {
        List<String> parts = parts(token);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number("n"), number("e"))));
        signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts.get(2)));
    }

    private static BigInteger number(String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(TestTokens.jwks());
        assertThat(value.find()).isTrue();
        return new BigInteger(1, Base64.getUrlDecoder().decode(value.group(1)));
    }

    private static String claims(String token) {
        return decoded(parts(token).get(1));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static List<String> parts(String token) {
        return List.of(StringUtils.delimitedListToStringArray(token, "."));
    }
}
