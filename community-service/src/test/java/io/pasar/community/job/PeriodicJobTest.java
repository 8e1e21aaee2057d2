package io.pasar.community.job;

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

/// Work that repeats.
class PeriodicJobTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void worksAtOnceAndThenEveryTime() {
        inVirtualTime(Mono.fromRunnable(runs::incrementAndGet), 2);
        assertThat(runs).hasValue(3);
    }

    @Test
    void goesOnAfterAFailure() {
        inVirtualTime(Mono.error(() -> new IllegalStateException("run " + runs.incrementAndGet())), 2);
        assertThat(runs).hasValue(3);
    }

    @Test
    void warnsOfAFailureInOneLineAndKeepsTheStackForDebugging() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(PeriodicJob.class);
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        lines.start();
        logger.addAppender(lines);
        inVirtualTime(Mono.error(() -> new IllegalStateException("bad SQL [\n  SELECT]")), 0);
        logger.detachAppender(lines);
        logger.setLevel(before);
        assertThat(lines.list)
                .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                .containsExactly(
                        "WARN test failed and will be tried again: "
                                + "java.lang.IllegalStateException: bad SQL [ SELECT]",
                        "DEBUG test failed");
        assertThat(lines.list)
                .extracting(line -> line.getThrowableProxy() != null)
                .containsExactly(false, true);
    }

    @Test
    void startsNoRunBeforeTheLastOneHasEnded() {
        inVirtualTime(Mono.delay(MINUTE.multipliedBy(10)).doOnSubscribe(_ -> runs.incrementAndGet()), 5);
        assertThat(runs).hasValue(1);
    }

    @Test
    void restsWhenStopped() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        PeriodicJob job = new PeriodicJob("test", MINUTE, Mono.fromRunnable(runs::incrementAndGet));
        job.start();
        time.advanceTimeBy(MINUTE);
        assertThat(job.isRunning()).isTrue();
        job.stop();
        time.advanceTimeBy(MINUTE.multipliedBy(5));
        VirtualTimeScheduler.reset();
        assertThat(job.isRunning()).isFalse();
        assertThat(runs).hasValue(2);
    }

    private static void inVirtualTime(Mono<?> work, int minutes) {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        PeriodicJob job = new PeriodicJob("test", MINUTE, work);
        job.start();
        time.advanceTimeBy(MINUTE.multipliedBy(minutes));
        job.stop();
        VirtualTimeScheduler.reset();
    }
}
