package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    @Test
    void standsStillUntilItIsMoved() {
        MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");

        assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(clock.advance(Duration.ofMinutes(2))).isEqualTo("2026-01-01T00:02:00Z");
        assertThat(clock.advance(Duration.ofMinutes(-3))).isEqualTo("2025-12-31T23:59:00Z");
    }

    @Test
    void movesClocksOfOtherZonesWithIt() {
        MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
        Clock inJakarta = clock.withZone(ZoneId.of("Asia/Jakarta"));

        clock.set(Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(inJakarta.instant()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(inJakarta.getZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
    }
}
