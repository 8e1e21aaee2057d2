package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/// Waiting for work without missing any.
class WakeGateTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final WakeGate gate = new WakeGate();

    @Test
    void letsThroughWhoeverComesAfterItWasOpened() {
        gate.shut();
        gate.open();
        StepVerifier.create(gate.await(LIMIT)).expectComplete().verify(Duration.ofSeconds(5));
    }

    @Test
    void wakesWhoeverIsWaiting() {
        gate.shut();
        StepVerifier.create(gate.await(LIMIT)).then(gate::open).expectComplete().verify(Duration.ofSeconds(5));
    }

    @Test
    void endsAWaitAfterItsLimit() {
        StepVerifier.withVirtualTime(() -> gate.await(LIMIT))
                .expectSubscription()
                .expectNoEvent(LIMIT.minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .verifyComplete();
    }

    @Test
    void saysWhetherItWasOpenedSinceItWasShut() {
        assertThat(gate.shut()).isFalse();
        gate.open();
        gate.open();
        assertThat(gate.shut()).isTrue();
        assertThat(gate.shut()).isFalse();
    }
}
