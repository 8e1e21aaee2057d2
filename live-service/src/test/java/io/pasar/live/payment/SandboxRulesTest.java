package io.pasar.live.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxRulesTest {

    @Test
    void letsAPayerFailAsOftenAsTheyLikeAndThenPay() {
        assertThat(SandboxRules.next(SandboxState.OPEN, SandboxAction.FAIL)).contains(SandboxState.OPEN);
        assertThat(SandboxRules.next(SandboxState.OPEN, SandboxAction.SUCCEED)).contains(SandboxState.SUCCEEDED);
    }

    @Test
    void paysOnce() {
        assertThat(SandboxRules.next(SandboxState.SUCCEEDED, SandboxAction.SUCCEED))
                .isEmpty();
        assertThatThrownBy(() -> SandboxRules.next(SandboxState.SUCCEEDED, SandboxAction.FAIL))
                .isInstanceOf(Problem.class);
    }

    @Test
    void takesNothingForACancelledOrder() {
        assertThatThrownBy(() -> SandboxRules.next(SandboxState.CANCELLED, SandboxAction.SUCCEED))
                .isInstanceOf(Problem.class);
    }

    @Test
    void makesIdsThatDoNotTellTheNextOne() {
        IntentIds ids = new IntentIds(Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC));
        Set<Long> differences = new HashSet<>();
        UUID last = ids.next();
        for (int i = 0; i < 100; i++) {
            UUID next = ids.next();
            assertThat(next.version()).isEqualTo(7);
            assertThat(next.variant()).isEqualTo(2);
            differences.add(next.getLeastSignificantBits() - last.getLeastSignificantBits());
            last = next;
        }
        assertThat(differences).hasSize(100);
    }
}
