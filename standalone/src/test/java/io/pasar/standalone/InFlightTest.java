package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight();

    @Test
    void isDrainedAtOnceWhenNothingRuns() {
        inFlight.begun();
        inFlight.ended();

        assertThat(inFlight.drained()).isCompleted();
    }

    @Test
    void isDrainedWhenTheLastCallEnds() {
        inFlight.begun();
        inFlight.begun();
        var drained = inFlight.drained();

        inFlight.ended();
        assertThat(drained).isNotCompleted();

        inFlight.ended();
        assertThat(drained).isCompleted();
    }
}
