package io.pasar.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.socket.CommandRate.Verdict;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandRateTest {

    private static final long SECOND = 1_000_000_000L;

    private final CommandRate rate = new CommandRate(20, 40, 5, 0);

    @Test
    void passesTheBurstAndThenSaysWhenToGoOn() {
        IntStream.range(0, 40).forEach(_ -> assertThat(rate.take(0)).isEqualTo(new Verdict.Pass()));
        assertThat(rate.take(0)).isEqualTo(new Verdict.Refuse(Duration.ofMillis(50)));
    }

    @Test
    void passesForEverAtTheRate() {
        IntStream.range(0, 1_000)
                .forEach(i -> assertThat(rate.take(i * SECOND / 20)).isEqualTo(new Verdict.Pass()));
    }

    @Test
    void callsItAFloodAfterTooManyRefusals() {
        IntStream.range(0, 45).forEach(_ -> rate.take(0));
        assertThat(rate.take(0)).isEqualTo(new Verdict.Flood());
    }

    @Test
    void forgivesRefusalsOnceTheBucketWasFullAgain() {
        IntStream.range(0, 45).forEach(_ -> rate.take(0));
        IntStream.range(0, 40).forEach(_ -> rate.take(3 * SECOND));
        assertThat(rate.take(3 * SECOND)).isInstanceOf(Verdict.Refuse.class);
    }
}
