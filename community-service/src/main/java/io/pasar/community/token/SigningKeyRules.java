package io.pasar.community.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides which key signs, which are published and when a new one is due. Pure.
final class SigningKeyRules {

    /// Clocks of others may be behind by this much.
    static final Duration LEEWAY = Duration.ofMinutes(2);

    private static final Comparator<SigningKey> BY_START =
            Comparator.comparing(SigningKey::signsFrom).thenComparing(SigningKey::kid);

    private SigningKeyRules() {}

    /// The key that signs now: the youngest of those that have started. Where none has, as on a node whose
    /// clock is behind after a leaked key was replaced, the first that will.
    static Optional<SigningKey> signer(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(BY_START)
                .or(() -> keys.stream().min(BY_START));
    }

    /// The keys whose public part others need: those that sign or will sign, and those whose last token may
    /// still live.
    static List<SigningKey> published(List<SigningKey> keys, Duration accessLifetime, Instant now) {
        return keys.stream()
                .filter(key -> !isRetired(key, keys, accessLifetime, now))
                .sorted(BY_START.reversed())
                .toList();
    }

    /// Whether the youngest key has signed long enough.
    static boolean isRotationDue(List<SigningKey> keys, Duration rotateAfter, Instant now) {
        return keys.stream()
                .max(BY_START)
                .map(youngest -> !youngest.signsFrom().plus(rotateAfter).isAfter(now))
                .orElse(true);
    }

    /// When a key made now starts to sign: at once if it is the first, else after everybody had time to learn
    /// it.
    static Instant signsFrom(List<SigningKey> keys, Duration publishAhead, Instant now) {
        return signer(keys, now).isEmpty() ? now : now.plus(publishAhead);
    }

    static boolean isRetired(SigningKey key, List<SigningKey> keys, Duration accessLifetime, Instant now) {
        return keys.stream()
                .filter(other -> BY_START.compare(other, key) > 0)
                .min(BY_START)
                .map(successor -> successor.signsFrom().plus(accessLifetime).plus(LEEWAY))
                .map(needless -> needless.isBefore(now))
                .orElse(false);
    }
}
