package io.pasar.platform.event.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.platform.event.Outbox;
import io.pasar.test.UsesServers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/// Events from one service to another, nothing failing.
@UsesServers
class EventFlowIT {

    private static final UUID BEFORE_FIRST_START = UUID.randomUUID();

    static FlowService noting;
    static FlowService counting;
    static FlowAudit audit;

    @BeforeAll
    static void start() {
        String postgres = System.getProperty("PASAR_POSTGRES_URL");
        String redis = System.getProperty("PASAR_REDIS_URL");
        noting = FlowService.start("noting", postgres, redis, "pasar.events.poll=1s");
        noting.change(BEFORE_FIRST_START);
        await().until(() -> noting.count("SELECT count(*) FROM outbox WHERE batch IS NULL") == 0);
        counting = FlowService.start("counting", postgres, redis, "pasar.events.poll=1s");
        audit = new FlowAudit(counting::count);
    }

    @AfterAll
    static void stop() {
        noting.close();
        counting.forgetEverything();
        counting.close();
    }

    @Test
    void givesAConsumerWhatHappenedBeforeItsFirstStart() {
        await().untilAsserted(() -> assertThat(effects(BEFORE_FIRST_START)).isEqualTo(2));
    }

    @Test
    void saysNothingOfATransactionThatRolledBack() {
        UUID note = UUID.randomUUID();
        noting.change(note);
        StepVerifier.create(noting.notes().changeAndFail(note))
                .expectErrorMessage("changed its mind")
                .verify(Duration.ofSeconds(10));
        noting.change(note);
        audit.everythingHappenedOnceAndInOrder(Duration.ofSeconds(10));
        assertThat(effects(note)).isEqualTo(4);
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        StepVerifier.create(noting.bean(Outbox.class).append(new NoteChanged(UUID.randomUUID(), 1)))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("inside the transaction"))
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void refusesAnEventThatIsTooLarge() {
        UUID note = UUID.randomUUID();
        StepVerifier.create(noting.notes().changeWith(note, "x".repeat(70_000)))
                .expectErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("characters of data"))
                .verify(Duration.ofSeconds(10));
        assertThat(noting.count("SELECT count(*) FROM note WHERE id = '" + note + "'"))
                .isZero();
    }

    @Test
    void keepsTheOrderOfEachSubjectUnderTwentyConcurrentWriters() {
        List<UUID> notes = Stream.generate(UUID::randomUUID).limit(5).toList();
        Flux.range(0, 20)
                .flatMap(
                        writer -> Flux.range(0, 40)
                                .concatMap(i -> noting.notes().change(notes.get((writer + i) % notes.size()))),
                        20)
                .blockLast(Duration.ofSeconds(40));
        audit.everythingHappenedOnceAndInOrder(Duration.ofSeconds(30));
        assertThat(noting.count("SELECT count(*) FROM committed WHERE note = '" + notes.getFirst() + "'"))
                .isEqualTo(160);
    }

    /// Both sides twice, and at once after what they did before: nothing waits for an old lease to run out.
    @Test
    void goesOnAfterItsContextWasStoppedAndStarted() {
        for (int i = 0; i < 2; i++) {
            changeAndAwaitEffects(UUID.randomUUID());
            noting.stopAndStart();
            counting.stopAndStart();
        }
        changeAndAwaitEffects(UUID.randomUUID());
        audit.everythingHappenedOnceAndInOrder(Duration.ofSeconds(10));
    }

    /// The relay looks by itself only once a second here, so a wake-up that does not come shows in the median.
    @Test
    void takesAnIdleEventFromCommitToEffectWithinATenthOfASecond() {
        List<UUID> notes = Stream.generate(UUID::randomUUID).limit(120).toList();
        notes.forEach(this::changeAndAwaitEffects);
        String warm =
                String.join("','", notes.stream().skip(20).map(UUID::toString).toList());
        long median = counting.count(percentile(0.5, warm));
        System.out.printf(
                "from writing to effect, idle: p50 %d ms, p99 %d ms%n", median, counting.count(percentile(0.99, warm)));
        assertThat(median).isLessThan(100);
    }

    private void changeAndAwaitEffects(UUID note) {
        noting.change(note);
        await().pollInterval(Duration.ofMillis(5)).until(() -> effects(note) == 2);
    }

    private static String percentile(double fraction, String notes) {
        return "SELECT percentile_cont(" + fraction
                + ") WITHIN GROUP (ORDER BY lag_ms)::bigint FROM effect WHERE note IN ('" + notes + "')";
    }

    private static long effects(UUID note) {
        return counting.count("SELECT count(*) FROM effect WHERE note = '" + note + "'");
    }
}
