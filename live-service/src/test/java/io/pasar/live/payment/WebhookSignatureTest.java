package io.pasar.live.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.payment.WebhookSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "a secret of the test";

    @Test
    void agreesWithAKnownValue() {
        // printf '1777636800.{"id":"1"}' | openssl dgst -sha256 -hmac 'a secret of the test'
        assertThat(WebhookSignature.sign(SECRET, BODY, NOON))
                .isEqualTo("t=1777636800,v1=241508ca728ba9e896fb8c73bc725a7d5d8d714ff9788d11c8aee01c3039c331");
    }

    @Test
    void takesItsOwnSignatureForFiveMinutes() {
        String signature = WebhookSignature.sign(SECRET, BODY, NOON);
        assertThat(check(signature, NOON.plus(WebhookSignature.TOLERANCE))).isEqualTo(Verdict.GENUINE);
        assertThat(check(signature, NOON.minus(WebhookSignature.TOLERANCE))).isEqualTo(Verdict.GENUINE);
        assertThat(check(signature, NOON.plus(WebhookSignature.TOLERANCE).plusSeconds(1)))
                .isEqualTo(Verdict.NOT_RECENT);
        assertThat(check(signature, NOON.minus(Duration.ofMinutes(6)))).isEqualTo(Verdict.NOT_RECENT);
    }

    @Test
    void takesOneGoodDigestAmongSeveral() {
        String good = WebhookSignature.sign(SECRET, BODY, NOON);
        String other = WebhookSignature.sign("the next secret", BODY, NOON);
        String both = other + good.substring(good.indexOf(",v1="));
        assertThat(check(both, NOON)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void refusesAnotherSecretOrAnotherTime() {
        assertThat(check(WebhookSignature.sign("guess", BODY, NOON), NOON)).isEqualTo(Verdict.FORGED);
        String moved = WebhookSignature.sign(SECRET, BODY, NOON).replace("t=1777636800", "t=1777636801");
        assertThat(check(moved, NOON)).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "t=",
                "t=1777636800",
                "v1=00",
                "t=99999999999999999999,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1777636800,v1=zz"
            })
    void refusesWhatIsNoSignature(@Nullable String header) {
        assertThat(check(header, NOON)).isEqualTo(Verdict.FORGED);
    }

    @Property
    void noticesEveryChangedByte(
            @ForAll @Size(min = 1, max = 200) byte[] body,
            @ForAll @IntRange(max = 199) int at,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        String signature = WebhookSignature.sign(SECRET, body, NOON);
        byte[] changed = body.clone();
        changed[at % body.length] ^= (byte) change;
        assertThat(WebhookSignature.check(SECRET, signature, body, NOON)).isEqualTo(Verdict.GENUINE);
        assertThat(WebhookSignature.check(SECRET, signature, changed, NOON)).isEqualTo(Verdict.FORGED);
    }

    private static Verdict check(@Nullable String header, Instant now) {
        return WebhookSignature.check(SECRET, header, BODY, now);
    }
}
