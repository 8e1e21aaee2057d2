package io.pasar.platform.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a request under a key is to do.
sealed interface ClaimDecision {

    /// It is the first: run.
    ///
    /// @param leasedUntil names this claim where it is held outside a transaction; null inside one
    record Run(@Nullable Instant leasedUntil) implements ClaimDecision {}

    /// It is a repeat: answer the same again.
    record Replay(KeptAnswer answer) implements ClaimDecision {}

    /// The first one still runs: come back.
    record ComeBack() implements ClaimDecision {}

    /// Another request used the key: refuse.
    record Refuse() implements ClaimDecision {}
}
