package io.pasar.community.token;

import io.pasar.community.token.RefreshFamily.Revocation;
import java.time.Duration;
import java.time.Instant;

/// Decides about refresh tokens. Pure.
final class RefreshRules {

    private RefreshRules() {}

    /// A token is exchanged once, before it or its family ends. A second use of a token ends the family,
    /// whoever of the two parties came first.
    static RefreshDecision decide(StoredRefreshToken token, Instant now) {
        RefreshFamily family = token.family();
        if (family.revoked().isPresent()) {
            return family.revoked().get() == Revocation.REUSE
                    ? new RefreshDecision.RefuseReused()
                    : new RefreshDecision.RefuseEnded();
        }
        if (token.used()) {
            return new RefreshDecision.Revoke(family);
        }
        boolean alive = now.isBefore(token.idleUntil()) && now.isBefore(family.endsAt());
        return alive ? new RefreshDecision.Rotate(family) : new RefreshDecision.RefuseEnded();
    }

    /// When a token issued now ends unused; never after its family.
    static Instant idleUntil(Instant now, Duration idle, Instant familyEndsAt) {
        Instant idleEnd = now.plus(idle);
        return idleEnd.isBefore(familyEndsAt) ? idleEnd : familyEndsAt;
    }
}
