package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/// A loop's pauses, failures and end, in virtual time.
class LoopJobTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final EventProperties PROPERTIES =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("pasar.events", EventProperties.class);

    private final List<String> events = new ArrayList<>();
    private VirtualTimeScheduler time;
    private Supplier<Mono<Duration>> step = () -> Mono.just(Duration.ofSeconds(1));

    private final LoopJob loop = new LoopJob(
            new LoopPart() {
                @Override
                public String name() {
                    return "loop under test";
                }

                @Override
                public Mono<Duration> step() {
                    events.add("step");
                    return step.get();
                }

                @Override
                public void opening() {
                    events.add("opening");
                }

                @Override
                public void closing() {
                    events.add("closing");
                }

                @Override
                public Mono<Void> farewell() {
                    return Mono.fromRunnable(() -> events.add("farewell"));
                }
            },
            PROPERTIES);

    @BeforeEach
    void holdTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void releaseTime() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void stepsPausesAndStepsAgain() {
        loop.start();
        assertThat(events).containsExactly("opening", "step");
        time.advanceTimeBy(Duration.ofMillis(2_500));
        assertThat(steps()).isEqualTo(3);
    }

    @Test
    void pausesLongerAfterEachFailureInARowAndNeverLongerThanTheLimit() {
        step = () -> Mono.error(new IllegalStateException("away"));
        loop.start();
        time.advanceTimeBy(Duration.ofMillis(50 + 100 + 200 + 400 + 800 + 1_600));
        assertThat(steps()).isEqualTo(7);
        time.advanceTimeBy(Duration.ofSeconds(20));
        assertThat(steps()).isEqualTo(17);
    }

    @Test
    void beginsWithShortPausesAgainAfterASuccess() {
        step = () -> steps() == 11 ? Mono.just(Duration.ofSeconds(1)) : Mono.error(new IllegalStateException("away"));
        loop.start();
        Duration tenFailures = Duration.ofMillis(50 + 100 + 200 + 400 + 800 + 1_600 + 4 * 2_000);
        time.advanceTimeBy(tenFailures.plusSeconds(1));
        assertThat(steps()).isEqualTo(12);
        time.advanceTimeBy(PROPERTIES.pauseFirst());
        assertThat(steps()).isEqualTo(13);
    }

    @Test
    void cutsAPauseShortWhenItStops() {
        step = () -> Mono.just(Duration.ofHours(1));
        loop.start();
        StepVerifier.create(loop.stop()).expectComplete().verify(PATIENCE);
        assertThat(events).containsExactly("opening", "step", "closing", "farewell");
    }

    @Test
    void letsTheStepUnderWayEnd() {
        Sinks.One<Duration> work = Sinks.one();
        step = work::asMono;
        loop.start();
        StepVerifier.create(loop.stop())
                .expectSubscription()
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .then(() -> assertThat(events).containsExactly("opening", "step", "closing"))
                .then(() -> work.tryEmitValue(Duration.ZERO))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(events).containsExactly("opening", "step", "closing", "farewell");
    }

    @Test
    void cancelsAStepThatDoesNotEndInTime() {
        Sinks.Empty<String> cancelled = Sinks.empty();
        step = () -> Mono.<Duration>never().doOnCancel(cancelled::tryEmitEmpty);
        loop.start();
        StepVerifier.create(loop.stop())
                .expectSubscription()
                .then(() -> time.advanceTimeBy(PROPERTIES.stopWithin()))
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(cancelled.asMono()).expectComplete().verify(PATIENCE);
    }

    @Test
    void stepsAgainWhenItIsStartedAfterAStop() {
        step = () -> Mono.just(Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            loop.start();
            time.advanceTimeBy(Duration.ofMillis(2_500));
            StepVerifier.create(loop.stop()).expectComplete().verify(PATIENCE);
            time.advanceTimeBy(Duration.ofHours(1));
        }
        List<String> once = List.of("opening", "step", "step", "step", "closing", "farewell");
        assertThat(events)
                .isEqualTo(Stream.of(once, once, once).flatMap(List::stream).toList());
    }

    private long steps() {
        return events.stream().filter("step"::equals).count();
    }
}
