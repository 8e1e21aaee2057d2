package io.pasar.community.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which key signs, which are published, and when a new one is due.
class SigningKeyRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T11:11:11Z");
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private static SigningKey pair;

    @BeforeAll
    static void makesOnePairForAll() {
        pair = KeyCodec.generate("pair", NOW, NOW);
    }

    @Test
    void signsWithTheYoungestKeyThatHasStarted() {
        List<SigningKey> ring = List.of(key("old", -100), key("young", -1), key("future", 1));
        assertThat(SigningKeyRules.signer(ring, NOW)).map(SigningKey::kid).contains("young");
    }

    @Test
    void signsWithNothingBeforeTheFirstKey() {
        assertThat(SigningKeyRules.signer(List.of(), NOW)).isEmpty();
    }

    @Test
    void signsWithTheFirstKeyToComeWhereNoneHasStarted() {
        assertThat(SigningKeyRules.signer(List.of(key("later", 9), key("soon", 1)), NOW))
                .map(SigningKey::kid)
                .contains("soon");
    }

    @Test
    void publishesAKeyBeforeItSigns() {
        List<SigningKey> ring = List.of(key("now", -100), key("future", 600));
        assertThat(published(ring)).containsExactly("future", "now");
    }

    @Test
    void publishesAnOldKeyUntilItsLastTokenHasEnded() {
        long ended = LIFETIME.plus(SigningKeyRules.LEEWAY).toSeconds();
        assertThat(published(List.of(key("old", -9999), key("young", -ended)))).containsExactly("young", "old");
        assertThat(published(List.of(key("old", -9999), key("young", -ended - 1))))
                .containsExactly("young");
    }

    @Test
    void isDueWhenTheYoungestKeyHasSignedItsTime() {
        Duration month = Duration.ofDays(30);
        assertThat(SigningKeyRules.isRotationDue(List.of(), month, NOW)).isTrue();
        assertThat(SigningKeyRules.isRotationDue(List.of(key("a", -month.toSeconds())), month, NOW))
                .isTrue();
        assertThat(SigningKeyRules.isRotationDue(List.of(key("a", 1 - month.toSeconds())), month, NOW))
                .isFalse();
    }

    @Test
    void isNotDueWhileAYoungerKeyWaitsForItsTurn() {
        Duration month = Duration.ofDays(30);
        List<SigningKey> ring = List.of(key("old", -month.toSeconds() - 5), key("next", 60));
        assertThat(SigningKeyRules.isRotationDue(ring, month, NOW)).isFalse();
    }

    @Test
    void letsOnlyTheFirstKeySignAtOnce() {
        Duration ahead = Duration.ofMinutes(10);
        assertThat(SigningKeyRules.signsFrom(List.of(), ahead, NOW)).isEqualTo(NOW);
        assertThat(SigningKeyRules.signsFrom(List.of(key("a", -1)), ahead, NOW)).isEqualTo(NOW.plus(ahead));
    }

    private static List<String> published(List<SigningKey> ring) {
        return SigningKeyRules.published(ring, LIFETIME, NOW).stream()
                .map(SigningKey::kid)
                .toList();
    }

    private static SigningKey key(String kid, long signsInSeconds) {
        Instant signsFrom = NOW.plusSeconds(signsInSeconds);
        return new SigningKey(kid, pair.publicKey(), pair.privateKey(), signsFrom, signsFrom);
    }
}
