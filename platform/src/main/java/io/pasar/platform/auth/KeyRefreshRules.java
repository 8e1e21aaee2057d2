package io.pasar.platform.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides when an issuer's keys are fetched again.
///
/// @param maxAge after how long keys are old
/// @param gap the least time between two fetches
record KeyRefreshRules(Duration maxAge, Duration gap) {

    private static final Duration GAP_WITHOUT_KEYS = Duration.ofSeconds(1);

    /// What is known of an issuer.
    ///
    /// @param ring the keys last fetched; null before the first time
    /// @param fetchedAt when they were
    /// @param triedAt when a fetch was last begun, whether or not it worked
    record State(@Nullable KeyRing ring, Instant fetchedAt, Instant triedAt) {

        static final State NOTHING = new State(null, Instant.EPOCH, Instant.EPOCH);

        State trying(Instant now) {
            return new State(ring, fetchedAt, now);
        }

        State fetched(KeyRing fresh, Instant now) {
            return new State(fresh, now, triedAt);
        }
    }

    /// Whether to fetch before looking for a key with this id. Old keys stay good while their issuer cannot be
    /// reached.
    boolean mustFetch(State state, @Nullable String keyId, Instant now) {
        boolean wanted = state.ring() == null
                || !state.ring().knows(keyId)
                || state.fetchedAt().plus(maxAge).isBefore(now);
        Duration pause = state.ring() == null ? GAP_WITHOUT_KEYS : gap;
        return wanted && !state.triedAt().plus(pause).isAfter(now);
    }
}
