package io.pasar.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/// When work that repeats runs again.
class PeriodicRhythmTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void worksAtOnceAndThenAfterEachPause() {
        work(MINUTE, Mono.fromCallable(() -> runs.incrementAndGet() < 0), MINUTE.multipliedBy(2));
        assertThat(runs).hasValue(3);
    }

    @Test
    void goesOnAtOnceWhileWorkIsLeftOver() {
        work(HOUR, Mono.fromCallable(() -> runs.incrementAndGet() < 5), MINUTE);
        assertThat(runs).hasValue(5);
    }

    @Test
    void pausesFromTheEndOfOneRunToTheNext() {
        Mono<Boolean> slow =
                Mono.defer(() -> Mono.delay(MINUTE.multipliedBy(10))).map(_ -> runs.incrementAndGet() < 0);
        work(MINUTE, slow, MINUTE.multipliedBy(20));
        assertThat(runs).hasValue(1);
        work(MINUTE, slow, MINUTE.multipliedBy(21));
        assertThat(runs).hasValue(3);
    }

    @Test
    void waitsTenPausesAfterAFailure() {
        work(SECOND, failing(), SECOND.multipliedBy(20));
        assertThat(runs).hasValue(3);
    }

    @Test
    void waitsNoLongerThanAMinuteAfterAFailureUnlessThePauseIsLonger() {
        work(SECOND.multipliedBy(30), failing(), MINUTE.multipliedBy(2));
        assertThat(runs).hasValue(3);
        work(HOUR, failing(), HOUR.multipliedBy(2));
        assertThat(runs).hasValue(6);
    }

    @Test
    void warnsOfAFailureInOneLineAndKeepsTheStackForDebugging() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(PeriodicJob.class);
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        lines.start();
        logger.addAppender(lines);
        work(HOUR, Mono.error(() -> new IllegalStateException("bad SQL [\n  SELECT]")), SECOND);
        logger.detachAppender(lines);
        logger.setLevel(before);
        assertThat(lines.list)
                .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                .containsExactly(
                        "WARN test failed and will run again: java.lang.IllegalStateException: bad SQL [ SELECT]",
                        "DEBUG test failed");
        assertThat(lines.list)
                .extracting(line -> line.getThrowableProxy() != null)
                .containsExactly(false, true);
    }

    private Mono<Boolean> failing() {
        return Mono.fromCallable(() -> {
            throw new IllegalStateException("run " + runs.incrementAndGet());
        });
    }

    private static void work(Duration pause, Mono<Boolean> work, Duration time) {
        VirtualTimeScheduler clock = VirtualTimeScheduler.getOrSet();
        PeriodicJob job = PeriodicJob.every(pause, "test", work);
        job.start();
        clock.advanceTimeBy(time);
        job.stop();
        VirtualTimeScheduler.reset();
    }
}
