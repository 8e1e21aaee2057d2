package io.pasar.community.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.token.RefreshFamily.Revocation;
import io.pasar.kernel.id.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What becomes of a refresh token that is presented.
class RefreshRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T11:11:11Z");
    private static final RefreshFamily ALIVE = family(NOW.plusSeconds(100), null);

    @Test
    void exchangesAFreshToken() {
        assertThat(RefreshRules.decide(token(ALIVE, NOW.plusSeconds(1), false), NOW))
                .isEqualTo(new RefreshDecision.Rotate(ALIVE));
    }

    @Test
    void endsTheFamilyOfATokenThatComesTwice() {
        assertThat(RefreshRules.decide(token(ALIVE, NOW.plusSeconds(1), true), NOW))
                .isEqualTo(new RefreshDecision.Revoke(ALIVE));
    }

    @Test
    void endsTheFamilyEvenIfTheSecondUseComesAfterTheTokensTime() {
        assertThat(RefreshRules.decide(token(ALIVE, NOW.minusSeconds(1), true), NOW))
                .isEqualTo(new RefreshDecision.Revoke(ALIVE));
    }

    @Test
    void refusesATokenThatLayIdleTooLong() {
        assertThat(RefreshRules.decide(token(ALIVE, NOW, false), NOW)).isEqualTo(new RefreshDecision.RefuseEnded());
    }

    @Test
    void refusesATokenOfAFamilyThatLivedItsTime() {
        assertThat(RefreshRules.decide(token(family(NOW, null), NOW.plusSeconds(1), false), NOW))
                .isEqualTo(new RefreshDecision.RefuseEnded());
    }

    @Test
    void saysWhyAfterReuse() {
        RefreshFamily betrayed = family(NOW.plusSeconds(100), Revocation.REUSE);
        assertThat(RefreshRules.decide(token(betrayed, NOW.plusSeconds(1), false), NOW))
                .isEqualTo(new RefreshDecision.RefuseReused());
    }

    @Test
    void refusesAfterSignOut() {
        RefreshFamily left = family(NOW.plusSeconds(100), Revocation.SIGN_OUT);
        assertThat(RefreshRules.decide(token(left, NOW.plusSeconds(1), true), NOW))
                .isEqualTo(new RefreshDecision.RefuseEnded());
    }

    @Test
    void letsNoTokenOutliveItsFamily() {
        Duration idle = Duration.ofSeconds(60);
        assertThat(RefreshRules.idleUntil(NOW, idle, NOW.plusSeconds(100))).isEqualTo(NOW.plusSeconds(60));
        assertThat(RefreshRules.idleUntil(NOW, idle, NOW.plusSeconds(10))).isEqualTo(NOW.plusSeconds(10));
    }

    private static StoredRefreshToken token(RefreshFamily family, Instant idleUntil, boolean used) {
        return new StoredRefreshToken(family, idleUntil, used);
    }

    private static RefreshFamily family(Instant endsAt, @Nullable Revocation revoked) {
        return new RefreshFamily(
                new FamilyId(new UUID(0, 1)), new MemberId(new UUID(0, 2)), endsAt, Optional.ofNullable(revoked));
    }
}
