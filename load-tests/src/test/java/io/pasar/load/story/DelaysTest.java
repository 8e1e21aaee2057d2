package io.pasar.load.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void tellsWhatTheGivenShareDidNotExceed() {
        Delays delays = new Delays();
        for (int ms = 1; ms <= 100; ms++) {
            delays.add(ms);
        }
        assertThat(delays.count()).isEqualTo(100);
        assertThat(delays.percentile(0.50)).isEqualTo(50);
        assertThat(delays.percentile(0.99)).isEqualTo(99);
    }

    @Test
    void countsClocksThatDisagreeAsNothing() {
        Delays delays = new Delays();
        delays.add(-3);
        assertThat(delays.percentile(1)).isZero();
    }
}
