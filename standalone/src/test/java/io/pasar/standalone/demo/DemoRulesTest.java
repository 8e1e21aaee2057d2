package io.pasar.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.demo.DemoRules.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoRulesTest {

    private static final Instant STARTED = Instant.parse("2026-03-01T18:02:07Z");

    @Test
    void hasEverythingHappenInAFewBeatsAndAPurchaseSoon() {
        assertThat(IntStream.range(0, 10).mapToObj(DemoRules::beat)).contains(Beat.values());
        assertThat(IntStream.range(0, 3).mapToObj(DemoRules::beat)).contains(Beat.BUY);
        assertThat(DemoRules.beat(Integer.MIN_VALUE)).isNotNull();
    }

    @Test
    void movesEveryFewSecondsWhileSomebodyWatchesAndSlowlyElse() {
        assertThat(DemoRules.pause(true, 0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(DemoRules.pause(true, 1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(DemoRules.pause(false, 0)).isGreaterThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "2, 0, 2", "3, 0, 4", "7, 0, 60", "1000000, 0, 60", "1, 30, 30", "1, 900, 900"})
    void waitsLongerWithEveryFailureAndAsLongAsItIsAskedTo(int failures, long asked, long seconds) {
        assertThat(DemoRules.retryAfter(failures, Duration.ofSeconds(asked))).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-01T18:10:00Z, 2026-03-01T18:50:00Z",
        "2, 2026-03-01T18:10:00Z, 2026-03-01T19:35:00Z",
        "1, 2026-03-05T09:00:01Z, 2026-03-05T09:10:00Z",
        "2, 2026-03-05T09:00:01Z, 2026-03-05T09:55:00Z"
    })
    void announcesShowsForAfterThisOneAndNeverForThePast(int places, Instant now, Instant begins) {
        assertThat(DemoRules.beginning(STARTED, places, now)).isEqualTo(begins).isAfter(now);
    }
}
