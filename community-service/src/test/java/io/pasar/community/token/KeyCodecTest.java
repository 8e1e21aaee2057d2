package io.pasar.community.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Signing keys at rest.
class KeyCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-11T11:11:11Z");

    private static SigningKey key;

    @BeforeAll
    static void makesAKey() {
        key = KeyCodec.generate("kid-1", NOW, NOW.plusSeconds(1));
    }

    @Test
    void readsBackWhatItStored() {
        KeyCodec open = codec(null);
        StoredSigningKey stored = open.store(key);
        assertThat(stored.sealed()).isFalse();
        assertThat(open.open(stored)).isEqualTo(key);
    }

    @Test
    void sealsThePrivatePart() {
        KeyCodec sealing = codec(sealingKey(1));
        StoredSigningKey stored = sealing.store(key);
        assertThat(stored.sealed()).isTrue();
        assertThat(stored.privateKey()).isNotEqualTo(key.privateKey().getEncoded());
        assertThat(sealing.open(stored)).isEqualTo(key);
    }

    @Test
    void opensNothingWithAnotherSealingKey() {
        StoredSigningKey stored = codec(sealingKey(1)).store(key);
        assertThatIllegalStateException().isThrownBy(() -> codec(sealingKey(2)).open(stored));
        assertThatIllegalStateException().isThrownBy(() -> codec(null).open(stored));
    }

    @Test
    void opensNoSealedKeyUnderAnotherName() {
        KeyCodec sealing = codec(sealingKey(1));
        StoredSigningKey stored = sealing.store(key);
        StoredSigningKey renamed = new StoredSigningKey(
                "kid-2", stored.publicKey(), stored.privateKey(), true, stored.publishedAt(), stored.signsFrom());
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(renamed));
    }

    @Test
    void opensNoChangedKey() {
        KeyCodec sealing = codec(sealingKey(1));
        StoredSigningKey stored = sealing.store(key);
        byte[] changed = stored.privateKey().clone();
        changed[changed.length - 1] ^= 1;
        StoredSigningKey tampered = new StoredSigningKey("kid-1", stored.publicKey(), changed, true, NOW, NOW);
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(tampered));
    }

    @Test
    void refusesAShortSealingKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeySeal(Base64.getEncoder().encodeToString(new byte[16])));
    }

    @Test
    void neverShowsASecret() {
        assertThat(key.toString()).isEqualTo("SigningKey[kid-1]");
        assertThat(codec(null).store(key).toString()).isEqualTo("StoredSigningKey[kid-1]");
    }

    private static KeyCodec codec(byte @org.jspecify.annotations.Nullable [] sealingKey) {
        Optional<KeySeal> seal = Optional.ofNullable(sealingKey)
                .map(bytes -> new KeySeal(Base64.getEncoder().encodeToString(bytes)));
        return new KeyCodec(seal, () -> new byte[KeySeal.NONCE_BYTES]);
    }

    private static byte[] sealingKey(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}
