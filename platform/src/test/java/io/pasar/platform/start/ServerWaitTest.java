package io.pasar.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// How a start waits, on a clock of its own.
class ServerWaitTest {

    private final List<Long> pausedMillis = new ArrayList<>();
    private final ServerWait wait =
            new ServerWait("Redis (PASAR_REDIS_URL)", Duration.ofSeconds(60), IOException.class::isInstance);
    private long now = Long.MAX_VALUE - 1_000;
    private int attempts;

    @Test
    void pausesNotAtAllForAServerThatAnswers() {
        assertThat(until(() -> "PONG")).isEqualTo("PONG");
        assertThat(pausedMillis).isEmpty();
    }

    @Test
    void pausesLongerAndLongerUntilItAnswers() {
        assertThat(until(() -> answerAt(8))).isEqualTo("PONG");
        assertThat(pausedMillis).containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        assertThatThrownBy(() -> until(() -> answerAt(1_000)))
                .isInstanceOf(ServerAway.class)
                .hasMessage("Redis (PASAR_REDIS_URL) did not answer within 60 s: connection refused")
                .hasCauseInstanceOf(IOException.class);
        assertThat(pausedMillis.stream().mapToLong(Long::longValue).sum()).isBetween(60_000L, 65_000L);
    }

    @Test
    void doesNotWaitForWhatWillNotPass() {
        assertThatThrownBy(() -> until(() -> {
                    throw new IllegalStateException("wrong password");
                }))
                .isInstanceOf(ServerAway.class)
                .hasMessage("Redis (PASAR_REDIS_URL) refuses this service: wrong password");
        assertThat(pausedMillis).isEmpty();
    }

    private String answerAt(int attempt) throws IOException {
        attempts++;
        if (attempts < attempt) {
            throw new IOException("connection refused");
        }
        return "PONG";
    }

    private String until(Callable<String> attempt) {
        return wait.until(attempt, () -> now, nanos -> {
            now += nanos;
            pausedMillis.add(Duration.ofNanos(nanos).toMillis());
        });
    }
}
