package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long a process trusts its lease.
class LeaseTest {

    private static final Lease LEASE = new Lease("relay", 1, Long.MAX_VALUE - 5, Duration.ofSeconds(6));

    @Test
    void endsWithItsLengthEvenWhenTheClockWrapsAround() {
        assertThat(LEASE.isValidAt(after(Duration.ofMillis(5_999)))).isTrue();
        assertThat(LEASE.isValidAt(after(Duration.ofSeconds(6)))).isFalse();
    }

    @Test
    void isRenewedAfterAThirdOfItsLength() {
        assertThat(LEASE.isFreshAt(after(Duration.ofMillis(1_999)))).isTrue();
        assertThat(LEASE.isFreshAt(after(Duration.ofSeconds(2)))).isFalse();
    }

    private static long after(Duration time) {
        return LEASE.takenAtNanos() + time.toNanos();
    }
}
