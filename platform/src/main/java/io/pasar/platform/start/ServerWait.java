package io.pasar.platform.start;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Patience for a server that does not answer yet: tries again after pauses that grow from a quarter of a second
/// to five, says so in the log, and gives up when the time is over. Blocks; for the start of a process only.
/// Until it has ended the process listens on no port, so nobody takes it for ready.
public final class ServerWait {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWait.class);
    private static final Duration PAUSE_FIRST = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private final String server;
    private final Duration within;
    private final Predicate<Exception> isPassing;

    /// @param server its name and where it is configured, such as `Redis (PASAR_REDIS_URL)`
    /// @param isPassing whether a failure may pass with time; others end the wait at once
    public ServerWait(String server, Duration within, Predicate<Exception> isPassing) {
        this.server = server;
        this.within = within;
        this.isPassing = isPassing;
    }

    /// What the first successful attempt returns.
    ///
    /// @throws ServerAway if none has succeeded in time, or one failed for good
    public <T> T until(Callable<T> attempt) {
        return until(attempt, System::nanoTime, LockSupport::parkNanos);
    }

    <T> T until(Callable<T> attempt, LongSupplier nanoTime, Pauses pauses) {
        long start = nanoTime.getAsLong();
        Duration pause = PAUSE_FIRST;
        while (true) {
            try {
                T answer = attempt.call();
                sayItCame(pause, start, nanoTime);
                return answer;
            } catch (Exception failure) {
                boolean isOver = nanoTime.getAsLong() - start >= within.toNanos();
                if (isOver || !isPassing.test(failure) || Thread.currentThread().isInterrupted()) {
                    throw new ServerAway(server, within, !isPassing.test(failure), failure);
                }
                sayItIsAway(pause, failure);
            }
            pauses.pause(pause.toNanos());
            pause = longer(pause);
        }
    }

    private void sayItCame(Duration pause, long start, LongSupplier nanoTime) {
        if (!pause.equals(PAUSE_FIRST)) {
            LOG.info(
                    "{} answers after {} s",
                    server,
                    Duration.ofNanos(nanoTime.getAsLong() - start).toSeconds());
        }
    }

    private void sayItIsAway(Duration pause, Exception failure) {
        if (pause.equals(PAUSE_FIRST)) {
            LOG.warn(
                    "{} does not answer yet; waiting for it, at most {} s: {}",
                    server,
                    within.toSeconds(),
                    of(failure));
        } else {
            LOG.debug("{} still does not answer: {}", server, of(failure));
        }
    }

    private static String of(Exception failure) {
        return failure.toString().lines().findFirst().orElse("");
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
    }

    /// How to let time pass.
    @FunctionalInterface
    interface Pauses {
        void pause(long nanos);
    }
}
