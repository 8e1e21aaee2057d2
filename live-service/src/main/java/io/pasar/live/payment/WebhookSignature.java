package io.pasar.live.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs webhooks and checks their signatures: `t=<unix seconds>,v1=<hex>`, where the hex is HMAC-SHA256 over
/// `<t>.<body>`. Several `v1` may be given while a secret is being changed.
final class WebhookSignature {

    /// How far the signing time may be from now, either way.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int HEADER_MAX = 1000;
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,11})((?:,v1=[0-9a-f]{64}){1,5})");
    private static final Pattern DIGEST = Pattern.compile("v1=([0-9a-f]{64})");

    private WebhookSignature() {}

    /// The header's value.
    static String sign(String secret, byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(digest(secret, seconds, body));
    }

    /// Whether the body was signed with the secret, and lately.
    static Verdict check(String secret, @Nullable String header, byte[] body, Instant now) {
        if (header == null || header.length() > HEADER_MAX) {
            return Verdict.FORGED;
        }
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            return Verdict.FORGED;
        }
        long seconds = Long.parseLong(parts.group(1));
        if (!anyMatches(parts.group(2), digest(secret, seconds, body))) {
            return Verdict.FORGED;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        return age.compareTo(TOLERANCE) > 0 ? Verdict.NOT_RECENT : Verdict.GENUINE;
    }

    private static boolean anyMatches(String digests, byte[] expected) {
        boolean matches = false;
        Matcher given = DIGEST.matcher(digests);
        while (given.find()) {
            matches |= MessageDigest.isEqual(expected, HexFormat.of().parseHex(given.group(1)));
        }
        return matches;
    }

    private static byte[] digest(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What a signature is worth.
    enum Verdict {
        GENUINE,
        FORGED,
        NOT_RECENT
    }
}
