package io.pasar.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/// A job's runs and pauses, in virtual time.
class PeriodicJobTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicInteger runs = new AtomicInteger();
    private VirtualTimeScheduler time;
    private PeriodicJob job;

    @BeforeEach
    void holdTime() {
        time = VirtualTimeScheduler.getOrSet();
        job = PeriodicJob.every(PAUSE, "job under test", Mono.fromCallable(() -> runs.incrementAndGet() % 5 == 0));
    }

    @AfterEach
    void releaseTime() {
        job.stop();
        VirtualTimeScheduler.reset();
    }

    @Test
    void runsAtOnceAgainWhenWorkIsLeftOver() {
        job.start();
        time.advanceTimeBy(PAUSE.multipliedBy(4));
        assertThat(runs).hasValue(6);
    }

    @Test
    void restsWhileItIsStoppedAndRunsAgainWhenItIsStarted() {
        for (int i = 1; i <= 3; i++) {
            job.start();
            assertThat(job.isRunning()).isTrue();
            job.stop();
            assertThat(job.isRunning()).isFalse();
            time.advanceTimeBy(Duration.ofHours(1));
            assertThat(runs).hasValue(i);
        }
    }
}
