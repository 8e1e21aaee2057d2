package io.pasar.community.token;

/// What to do about a refresh token that was presented.
sealed interface RefreshDecision {

    /// Exchange it for its successor.
    record Rotate(RefreshFamily family) implements RefreshDecision {}

    /// End the family: this token was exchanged before, so two parties hold it.
    record Revoke(RefreshFamily family) implements RefreshDecision {}

    /// Refuse: the family ended because a token of it was used twice.
    record RefuseReused() implements RefreshDecision {}

    /// Refuse: it is too old, or its owner signed out.
    record RefuseEnded() implements RefreshDecision {}
}
