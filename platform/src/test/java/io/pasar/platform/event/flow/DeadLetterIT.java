package io.pasar.platform.event.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.event.DeadLetter;
import io.pasar.platform.event.DeadLetterId;
import io.pasar.platform.event.DeadLetterService;
import io.pasar.platform.event.EventMeters;
import io.pasar.platform.redis.RedisConnections;
import io.pasar.test.UsesServers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Events that a consumer cannot take.
@UsesServers
class DeadLetterIT {

    private static final String STREAM = "{events:noting}";
    private static final String OPERATOR = "the-operator-of-these-tests-and-nobody-else";
    private static final String FIRST = "counting.first";

    static FlowService noting;
    static FlowService counting;

    @BeforeAll
    static void start() {
        String postgres = System.getProperty("PASAR_POSTGRES_URL");
        String redis = System.getProperty("PASAR_REDIS_URL");
        noting = FlowService.start("noting", postgres, redis);
        counting = FlowService.startWhole(
                "counting",
                postgres,
                redis,
                "pasar.events.consumer.attempts=3",
                "pasar.events.consumer.handler-timeout=300ms",
                "pasar.operator.token=" + OPERATOR);
    }

    @AfterAll
    static void stop() {
        noting.close();
        counting.forgetEverything();
        counting.close();
    }

    @AfterEach
    void cure() {
        EffectHandler.MISHAPS.clear();
        counting.run("DELETE FROM dead_letter");
    }

    @Test
    void keepsAPoisonEventAndGoesOn() {
        UUID poison = UUID.randomUUID();
        failFor(poison);
        noting.change(poison);
        UUID next = UUID.randomUUID();
        noting.change(next);
        await().untilAsserted(() -> assertThat(effects(next)).isEqualTo(2));
        DeadLetter letter = onlyLetter();
        assertThat(letter.consumer()).isEqualTo(FIRST);
        assertThat(letter.subject()).isEqualTo(poison.toString());
        assertThat(letter.attempts()).isEqualTo(3);
        assertThat(letter.reason()).contains("poisoned");
        assertThat(effects(poison)).as("the other consumer's effect").isEqualTo(1);
        await().untilAsserted(() -> assertThat(gauge()).isEqualTo(1));
    }

    @Test
    void replaysADeadLetterOnceItsCauseIsMended() {
        UUID poison = UUID.randomUUID();
        failFor(poison);
        noting.change(poison);
        DeadLetterId id = awaitLetter().id();
        StepVerifier.create(letters().replay(id))
                .expectErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("failed again"))
                .verify(Duration.ofSeconds(10));
        assertThat(onlyLetter().attempts()).isEqualTo(4);
        EffectHandler.MISHAPS.clear();
        StepVerifier.create(letters().replay(id)).verifyComplete();
        assertThat(effects(poison)).isEqualTo(2);
        assertThat(counting.count("SELECT count(*) FROM dead_letter")).isZero();
        StepVerifier.create(letters().replay(id))
                .expectErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("no such dead letter"))
                .verify(Duration.ofSeconds(10));
        await().untilAsserted(() -> assertThat(gauge()).isZero());
    }

    @Test
    void keepsWhatItCannotReadAtOnce() {
        Map<String, String> event = event(UUID.randomUUID());
        event.put("data", "{\"note\":\"no uuid\",\"number\":1}");
        put(event);
        DeadLetter letter = awaitLetter();
        assertThat(letter.attempts()).isZero();
        assertThat(letter.reason()).startsWith("unreadable: ");
        assertThat(letter.eventId()).isEqualTo(event.get("id"));
    }

    @Test
    void keepsAnEventWithoutAnId() {
        Map<String, String> event = event(UUID.randomUUID());
        event.remove("id");
        put(event);
        assertThat(awaitLetter().eventId()).startsWith("entry:");
    }

    @Test
    void keepsAnEventThatIsOlderThanItsMemory() {
        Map<String, String> event = event(UUID.randomUUID());
        event.put("time", Instant.now().minus(Duration.ofDays(31)).toString());
        put(event);
        assertThat(awaitLetter().reason()).contains("older than the memory");
    }

    @Test
    void takesAnEventWithFieldsItDoesNotKnow() {
        UUID note = UUID.randomUUID();
        Map<String, String> event = event(note);
        event.put("data", "{\"note\":\"" + note + "\",\"number\":1,\"mood\":\"new\"}");
        event.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        put(event);
        await().untilAsserted(() -> assertThat(effects(note)).isEqualTo(2));
    }

    @Test
    void triesAgainInPlaceBeforeItGivesUp() {
        UUID note = UUID.randomUUID();
        AtomicInteger failures = new AtomicInteger(2);
        EffectHandler.MISHAPS.put(
                FIRST,
                event -> event.note().equals(note) && failures.getAndDecrement() > 0
                        ? Mono.error(new IllegalStateException("not yet"))
                        : Mono.empty());
        noting.change(note);
        await().untilAsserted(() -> assertThat(effects(note)).isEqualTo(2));
        assertThat(counting.count("SELECT count(*) FROM dead_letter")).isZero();
    }

    @Test
    void countsATriggersRefusalAsAFailureAndNotAsAnOutage() {
        UUID note = UUID.randomUUID();
        EffectHandler.MISHAPS.put(
                FIRST,
                event -> event.note().equals(note)
                        ? counting.database()
                                .sql("DO $$ BEGIN RAISE EXCEPTION 'append only'; END $$")
                                .then()
                        : Mono.empty());
        noting.change(note);
        assertThat(awaitLetter().reason()).contains("append only");
    }

    @Test
    void givesUpOnAHandlerThatHangs() {
        UUID note = UUID.randomUUID();
        EffectHandler.MISHAPS.put(FIRST, event -> event.note().equals(note) ? Mono.never() : Mono.empty());
        noting.change(note);
        assertThat(awaitLetter().reason()).contains("took longer than");
    }

    @Test
    void keepsNothingOfAHandlerThatIsCutOffInTheMiddleOfItsStatements() {
        UUID note = UUID.randomUUID();
        EffectHandler.MISHAPS.put(
                FIRST,
                event -> event.note().equals(note)
                        ? Flux.range(0, 1_000_000)
                                .concatMap(_ -> halfAnEffect(note))
                                .then()
                        : Mono.empty());
        noting.change(note);
        assertThat(awaitLetter().reason()).contains("took longer than");
        assertThat(counting.count("SELECT count(*) FROM effect WHERE consumer = 'half'"))
                .isZero();
    }

    private static Mono<Void> halfAnEffect(UUID note) {
        return counting.database()
                .sql("INSERT INTO effect (consumer, note, number, lag_ms) VALUES ('half', :note, 0, 0)")
                .bind("note", note)
                .then();
    }

    @Test
    void leavesTheEffectAndTheClaimOfAFailedAttemptUndone() {
        UUID note = UUID.randomUUID();
        EffectHandler.MISHAPS.put(
                FIRST,
                event -> event.note().equals(note)
                        ? halfAnEffect(note).then(Mono.error(new IllegalStateException("half-way")))
                        : Mono.empty());
        noting.change(note);
        awaitLetter();
        assertThat(counting.count("SELECT count(*) FROM effect WHERE consumer = 'half'"))
                .isZero();
    }

    @Test
    void showsReplaysAndDiscardsThroughTheManagementEndpoint() {
        UUID poison = UUID.randomUUID();
        failFor(poison);
        noting.change(poison);
        String id = awaitLetter().id().toString();
        WebTestClient http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + counting.setting("local.server.port") + "/actuator/deadletters")
                .defaultHeaders(headers -> headers.setBearerAuth(OPERATOR))
                .build();
        http.get()
                .headers(headers -> headers.setBearerAuth("somebody"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"operator\"");
        http.get()
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(id)
                .jsonPath("$.items[0].consumer")
                .isEqualTo(FIRST);
        http.post().uri("/" + id).exchange().expectStatus().isEqualTo(409);
        http.delete().uri("/" + id).exchange().expectStatus().is2xxSuccessful();
        http.delete().uri("/" + id).exchange().expectStatus().isNotFound();
        http.delete().uri("/nonsense").exchange().expectStatus().isBadRequest();
        http.get().uri("?limit=1000").exchange().expectStatus().isBadRequest();
    }

    @Test
    void listsLettersInPages() {
        List<UUID> poisons = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        EffectHandler.MISHAPS.put(
                FIRST,
                event -> poisons.contains(event.note())
                        ? Mono.error(new IllegalStateException("poisoned"))
                        : Mono.empty());
        poisons.forEach(noting::change);
        await().until(() -> counting.count("SELECT count(*) FROM dead_letter") == 3);
        var first = FlowService.waitFor(letters().list(new PageRequest(2, Optional.empty())));
        assertThat(first.items()).hasSize(2);
        assertThat(first.next()).isNotNull();
    }

    private static void failFor(UUID poison) {
        EffectHandler.MISHAPS.put(
                FIRST,
                event ->
                        event.note().equals(poison) ? Mono.error(new IllegalStateException("poisoned")) : Mono.empty());
    }

    private static Map<String, String> event(UUID note) {
        return new HashMap<>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/noting",
                "type",
                NoteChanged.TYPE,
                "subject",
                note.toString(),
                "time",
                Instant.now().toString(),
                "datacontenttype",
                "application/json",
                "data",
                "{\"note\":\"" + note + "\",\"number\":1}"));
    }

    private static void put(Map<String, String> event) {
        FlowService.waitFor(counting.bean(RedisConnections.class).commands().xadd(STREAM, event));
    }

    private static DeadLetterService letters() {
        return counting.bean(DeadLetterService.class);
    }

    private static DeadLetter awaitLetter() {
        await().until(() -> counting.count("SELECT count(*) FROM dead_letter WHERE consumer = '" + FIRST + "'") == 1);
        return firstLetter();
    }

    private static DeadLetter onlyLetter() {
        assertThat(counting.count("SELECT count(*) FROM dead_letter")).isEqualTo(1);
        return firstLetter();
    }

    private static DeadLetter firstLetter() {
        return FlowService.waitFor(letters().list(new PageRequest(100, Optional.empty()))).items().stream()
                .filter(letter -> letter.consumer().equals(FIRST))
                .findFirst()
                .orElseThrow();
    }

    private static double gauge() {
        return counting.bean(MeterRegistry.class)
                .get(EventMeters.DEAD_LETTERS.getName())
                .tag("consumer", FIRST)
                .gauge()
                .value();
    }

    private static long effects(UUID note) {
        return counting.count("SELECT count(*) FROM effect WHERE note = '" + note + "'");
    }
}
