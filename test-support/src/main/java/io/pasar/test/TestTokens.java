package io.pasar.test;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A token issuer for tests: RS256 with an RSA key of 2048 bits, made once a JVM. Services trust it by the settings
/// that [TrustsTestIssuer] adds. Beside the valid token it mints every kind that must be refused.
public final class TestTokens {

    private static final String ISSUER = "https://issuer.pasar.test";
    private static final String AUDIENCE = "pasar";
    private static final String KEY_ID = "test-key-1";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final KeyPair KEYS = newKeys();
    private static final KeyPair STRANGERS_KEYS = newKeys();

    private TestTokens() {}

    /// What stands in `iss`.
    public static String issuer() {
        return ISSUER;
    }

    /// What stands in `aud`.
    public static String audience() {
        return AUDIENCE;
    }

    /// The issuer's public key as a JSON Web Key Set.
    public static String jwks() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    /// A token that must be accepted, valid for 15 minutes.
    public static String valid(UUID member, String handle) {
        return signed(claims(member, handle, ISSUER, AUDIENCE, Instant.now()), KEYS);
    }

    /// A valid token that ends after the given time.
    public static String validFor(UUID member, String handle, Duration rest) {
        Instant issued = Instant.now().plus(rest).minus(LIFETIME);
        return signed(claims(member, handle, ISSUER, AUDIENCE, issued), KEYS);
    }

    /// Ended an hour ago.
    public static String expired(UUID member, String handle) {
        return validFor(member, handle, Duration.ofHours(-1));
    }

    /// Names the right key and issuer, but was signed by a stranger.
    public static String forged(UUID member, String handle) {
        return signed(claims(member, handle, ISSUER, AUDIENCE, Instant.now()), STRANGERS_KEYS);
    }

    /// A valid token whose claims were changed afterwards: it speaks for the second member with the signature of the
    /// first.
    public static String tampered(UUID member, UUID other, String handle) {
        String honest = valid(member, handle);
        String claims = claims(other, handle, ISSUER, AUDIENCE, Instant.now());
        return honest.substring(0, honest.indexOf('.') + 1)
                + encode(claims)
                + honest.substring(honest.lastIndexOf('.'));
    }

    /// `alg: none` with an empty signature.
    public static String unsigned(UUID member, String handle) {
        String claims = claims(member, handle, ISSUER, AUDIENCE, Instant.now());
        return encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + encode(claims) + ".";
    }

    /// `alg: HS256` with the issuer's public key as the shared secret.
    public static String confused(UUID member, String handle) {
        String claims = claims(member, handle, ISSUER, AUDIENCE, Instant.now());
        String head =
                encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY_ID + "\"}") + "." + encode(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEYS.getPublic().getEncoded(), "HmacSHA256"));
            return head + "." + encode(mac.doFinal(head.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Well signed by an issuer nobody configured.
    public static String foreign(UUID member, String handle) {
        String claims = claims(member, handle, "https://elsewhere.example", AUDIENCE, Instant.now());
        return signed(claims, STRANGERS_KEYS);
    }

    /// From the right issuer, but for another application.
    public static String forAnotherAudience(UUID member, String handle) {
        return signed(claims(member, handle, ISSUER, "elsewhere", Instant.now()), KEYS);
    }

    private static String claims(UUID member, String handle, String issuer, String audience, Instant issued) {
        return """
                {"iss":"%s","aud":"%s","sub":"%s","preferred_username":"%s","name":"%s","iat":%d,"exp":%d,"jti":"%s"}""".formatted(
                        issuer,
                        audience,
                        member,
                        handle,
                        handle,
                        issued.getEpochSecond(),
                        issued.plus(LIFETIME).getEpochSecond(),
                        UUID.randomUUID());
    }

    private static String signed(String claims, KeyPair keys) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY_ID + "\"}";
        String head = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int zeros = bytes[0] == 0 ? 1 : 0;
        return encode(Arrays.copyOfRange(bytes, zeros, bytes.length));
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
