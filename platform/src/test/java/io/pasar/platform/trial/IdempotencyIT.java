package io.pasar.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.test.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/// One effect and one answer per idempotency key, whatever happens to the request.
@UsesTrialService
class IdempotencyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String key = UUID.randomUUID().toString();
    private final String title = "offer " + key;

    private final Map<Socket, StringBuilder> answered = new HashMap<>();

    @Autowired
    OfferStore offers;

    @Autowired
    OfferController controller;

    @Autowired
    DatabaseClient database;

    @LocalServerPort
    int port;

    @AfterEach
    void openTheGate() {
        controller.gate = Mono.empty();
    }

    @Test
    void runsOnceAndAnswersTheSameAgain() {
        ResponseEntity<String> first = post("/v1/offers", key, title);
        ResponseEntity<String> second = post("/v1/offers", key, title);
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(first.getHeaders().getFirst("Idempotency-Replayed")).isNull();
        isReplayOf(first, second);
        assertThat(second.getHeaders().getLocation())
                .isNotNull()
                .isEqualTo(first.getHeaders().getLocation());
        counts(1);
    }

    @Test
    void runsOnceForFiftyAtOnce() {
        List<ResponseEntity<String>> answers = Objects.requireNonNull(Flux.range(0, 50)
                .flatMap(_ -> posting("/v1/offers", key, title), 50)
                .collectList()
                .block(PATIENCE));
        assertThat(answers).hasSize(50).allSatisfy(answer -> {
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
            assertThat(answer.getBody()).isEqualTo(answers.getFirst().getBody());
        });
        assertThat(answers)
                .filteredOn(answer -> answer.getHeaders().getFirst("Idempotency-Replayed") == null)
                .hasSize(1);
        counts(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBodyPathOrQuery() {
        post("/v1/offers", key, title);
        isProblem(post("/v1/offers", key, title + "!"), 422, "/problems/idempotency-key-reused");
        isProblem(post("/v1/offers/refused", key, title), 422, "/problems/idempotency-key-reused");
        isProblem(post("/v1/offers?a=b", key, title), 422, "/problems/idempotency-key-reused");
        counts(1);
    }

    @Test
    void keepsTheKeysOfMembersAndGuestsApart() {
        ResponseEntity<String> guest = post("/v1/offers", key, title);
        ResponseEntity<String> member = post("/v1/offers", key, title, TestTokens.valid(UUID.randomUUID(), "ayu"));
        ResponseEntity<String> other = post("/v1/offers", key, title, TestTokens.valid(UUID.randomUUID(), "budi"));
        assertThat(List.of(
                        Objects.requireNonNull(guest.getBody()),
                        Objects.requireNonNull(member.getBody()),
                        Objects.requireNonNull(other.getBody())))
                .doesNotHaveDuplicates();
        counts(3);
    }

    @Test
    void keepsARefusalAndUndoesWhatItWrote() {
        int toldBefore = controller.told.get();
        ResponseEntity<String> first = post("/v1/offers/refused", key, title);
        isProblem(first, 409, "/problems/conflict");
        isReplayOf(first, post("/v1/offers/refused", key, title));
        assertThat(controller.told).hasValue(toldBefore);
        counts(0);
    }

    @Test
    void keepsARefusalThatIsNoErrorAndUndoesWhatItWrote() {
        ResponseEntity<String> first = post("/v1/offers/declined", key, title);
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        isReplayOf(first, post("/v1/offers/declined", key, title));
        counts(0);
    }

    @Test
    void undoesOnlyTheInnerTransactionThatFailed() {
        ResponseEntity<String> answer = post("/v1/offers/recovered", key, title);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        counts(0);
        assertThat(offers.count(title + " again").block()).isEqualTo(1);
    }

    @Test
    void keepsInvalidInput() {
        ResponseEntity<String> first = post("/v1/offers", key, "");
        isProblem(first, 400, "/problems/invalid-request");
        isReplayOf(first, post("/v1/offers", key, ""));
    }

    @Test
    void runsAgainAfterAFailure() {
        isProblem(post("/v1/offers/failed", key, title), 500, "/problems/internal");
        counts(0);
        ResponseEntity<String> again = post("/v1/offers/failed", key, title);
        isProblem(again, 500, "/problems/internal");
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isNull();
        assertThat(again.getBody()).doesNotContain("broken");
    }

    @Test
    void runsAgainAfterBeingToldToComeBack() {
        ResponseEntity<String> first = post("/v1/offers/later", key, title);
        isProblem(first, 429, "/problems/too-many-requests");
        assertThat(first.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
        assertThat(post("/v1/offers/later", key, title).getHeaders().getFirst("Idempotency-Replayed"))
                .isNull();
        counts(0);
    }

    @Test
    void endsWhatItBeganThoughTheClientLeavesHalfWay() {
        endsThoughTheClientLeaves("/v1/offers/gated");
    }

    @Test
    void endsWhatItBeganOutsideATransactionThoughTheClientLeaves() {
        endsThoughTheClientLeaves("/v1/offers/outside");
    }

    @Test
    void beginsTransactionsOfWhatItBeganOutsideOneThoughTheClientHasLeft() {
        endsThoughTheClientLeaves("/v1/offers/after-waiting");
    }

    private void endsThoughTheClientLeaves(String uri) {
        Sinks.Empty<Void> reached = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        controller.gate = release.asMono().doOnSubscribe(_ -> reached.tryEmitEmpty());
        Disposable leaving = posting(uri, key, title).subscribe();
        StepVerifier.create(reached.asMono()).verifyComplete();
        leaving.dispose();
        isProblem(post(uri, key, title), 409, "/problems/idempotency-in-progress");
        release.tryEmitEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> counts(1));
        await().atMost(PATIENCE).until(() -> post(uri, key, title).getStatusCode() == HttpStatus.OK);
        assertThat(post(uri, key, title).getHeaders().getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
        counts(1);
    }

    @Test
    void replaysWhatWasCommittedButNeverAnswered() {
        Sinks.Empty<Void> committed = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        controller.gate = release.asMono().doOnSubscribe(_ -> committed.tryEmitEmpty());
        Disposable leaving = posting("/v1/offers/unanswered", key, title).subscribe();
        StepVerifier.create(committed.asMono()).verifyComplete();
        leaving.dispose();
        ResponseEntity<String> repeat = post("/v1/offers/unanswered", key, title);
        assertThat(repeat.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(repeat.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        counts(1);
        release.tryEmitEmpty();
    }

    @Test
    void tellsARepeatToComeBackWhileTheFirstRunsOn() {
        Sinks.Empty<Void> reached = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        controller.gate = release.asMono().doOnSubscribe(_ -> reached.tryEmitEmpty());
        Mono<ResponseEntity<String>> first =
                posting("/v1/offers/gated", key, title).cache();
        Disposable running = first.subscribe();
        StepVerifier.create(reached.asMono()).verifyComplete();
        ResponseEntity<String> second = post("/v1/offers/gated", key, title);
        isProblem(second, 409, "/problems/idempotency-in-progress");
        assertThat(second.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        release.tryEmitEmpty();
        StepVerifier.create(first).expectNextCount(1).verifyComplete();
        assertThat(running.isDisposed()).isTrue();
        counts(1);
    }

    @Test
    void runsOnceOutsideATransactionToo() {
        ResponseEntity<String> first = post("/v1/offers/outside", key, title);
        isReplayOf(first, post("/v1/offers/outside", key, title));
        counts(1);
    }

    @Test
    void tellsARepeatToComeBackWhileTheFirstRunsOutsideATransaction() {
        Sinks.Empty<Void> reached = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        controller.gate = release.asMono().doOnSubscribe(_ -> reached.tryEmitEmpty());
        Mono<ResponseEntity<String>> first =
                posting("/v1/offers/outside", key, title).cache();
        first.subscribe();
        StepVerifier.create(reached.asMono()).verifyComplete();
        isProblem(post("/v1/offers/outside", key, title), 409, "/problems/idempotency-in-progress");
        isProblem(post("/v1/offers/outside", key, title + "!"), 422, "/problems/idempotency-key-reused");
        release.tryEmitEmpty();
        StepVerifier.create(first).expectNextCount(1).verifyComplete();
        counts(1);
    }

    @Test
    void takesOverAClaimWhoseProcessDied() {
        Sinks.Empty<Void> reached = Sinks.empty();
        controller.gate = Mono.<Void>never().doOnSubscribe(_ -> reached.tryEmitEmpty());
        Disposable dead = posting("/v1/offers/outside", key, title).subscribe();
        StepVerifier.create(reached.asMono()).verifyComplete();
        database.sql("UPDATE idempotency SET leased_until = now() - interval '1 second' WHERE answer IS NULL")
                .then()
                .block(PATIENCE);
        controller.gate = Mono.empty();
        assertThat(post("/v1/offers/outside", key, title).getStatusCode()).isEqualTo(HttpStatus.OK);
        dead.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "tab\there", "ümlaut"})
    void refusesAMalformedKey(String malformed) {
        isProblem(post("/v1/offers", malformed, title), 400, "/problems/invalid-request");
        isProblem(post("/v1/offers", "k".repeat(256), title), 400, "/problems/invalid-request");
        counts(0);
    }

    @Test
    void acceptsTheLongestKey() {
        assertThat(post("/v1/offers", "k".repeat(255 - 36) + key, title).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void refusesToKeepAStream() {
        ResponseEntity<String> answer = client().post()
                .uri("/v1/offers")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Idempotency-Key", key)
                .bodyValue(new OfferController.NewOffer(title))
                .exchangeToMono(response -> response.toEntity(String.class))
                .block(PATIENCE);
        isProblem(Objects.requireNonNull(answer), 400, "/problems/invalid-request");
        counts(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream;q=0.9", "application/json, text/event-stream;charset=UTF-8"})
    void refusesToKeepAStreamHoweverItIsAskedFor(String accept) {
        ResponseEntity<String> answer = client().post()
                .uri("/v1/offers")
                .header("Accept", accept)
                .header("Idempotency-Key", key)
                .bodyValue(new OfferController.NewOffer(title))
                .exchangeToMono(response -> response.toEntity(String.class))
                .block(PATIENCE);
        isProblem(Objects.requireNonNull(answer), 400, "/problems/invalid-request");
        counts(0);
    }

    @Test
    void holdsNoMoreBodiesThanItsBudgetWhoeverDoesNotSayTheirLength() throws IOException {
        List<Socket> senders = new ArrayList<>();
        try {
            for (int sender = 0; sender < 140; sender++) {
                senders.add(beginLarge());
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(answersBegun(senders))
                            .hasSizeGreaterThan(5)
                            .allMatch("HTTP/1.1 503"::equals));
        } finally {
            closeAll(senders);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(postLarge().getStatusCode()).isEqualTo(HttpStatus.OK));
    }

    /// A body of unknown length to a call that takes 2 MiB; 128 of them are the budget.
    private Socket beginLarge() throws IOException {
        Socket socket = new Socket("localhost", port);
        String begun = """
                POST /v1/large HTTP/1.1\r
                Host: localhost\r
                Content-Type: text/plain\r
                Idempotency-Key: %s\r
                Transfer-Encoding: chunked\r
                \r
                1\r
                a\r
                """.formatted(UUID.randomUUID());
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        answered.put(socket, new StringBuilder());
        return socket;
    }

    private List<String> answersBegun(List<Socket> senders) throws IOException {
        List<String> begun = new ArrayList<>();
        for (Socket socket : senders) {
            StringBuilder text = Objects.requireNonNull(answered.get(socket));
            InputStream in = socket.getInputStream();
            text.append(new String(in.readNBytes(in.available()), StandardCharsets.US_ASCII));
            if (text.length() > 12) {
                begun.add(text.substring(0, 12));
            }
        }
        return begun;
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private ResponseEntity<String> postLarge() {
        return Objects.requireNonNull(client().post()
                .uri("/v1/large")
                .contentType(MediaType.TEXT_PLAIN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue("a".repeat(2 << 20))
                .exchangeToMono(response -> response.toEntity(String.class))
                .block(PATIENCE));
    }

    @Test
    void keepsNothingThatTellsKeyRequestOrAnswer() {
        post("/v1/offers", key, title);
        List<String> rows = database.sql("SELECT row_to_json(idempotency)::text FROM idempotency")
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE);
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(hex(key)) || row.contains(hex(title)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private void counts(long expected) {
        StepVerifier.create(offers.count(title)).expectNext(expected).verifyComplete();
    }

    private ResponseEntity<String> post(String path, String withKey, String withTitle, String... token) {
        return Objects.requireNonNull(posting(path, withKey, withTitle, token).block(PATIENCE));
    }

    private Mono<ResponseEntity<String>> posting(String path, String withKey, String withTitle, String... token) {
        return client().post()
                .uri(path)
                .header("Idempotency-Key", withKey)
                .headers(headers -> List.of(token).forEach(headers::setBearerAuth))
                .bodyValue(new OfferController.NewOffer(withTitle))
                .exchangeToMono(response -> response.toEntity(String.class));
    }

    private WebClient client() {
        return WebClient.create("http://localhost:" + port);
    }

    private static void isReplayOf(ResponseEntity<String> first, ResponseEntity<String> second) {
        assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().getContentType())
                .isEqualTo(first.getHeaders().getContentType());
        assertThat(second.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    private static void isProblem(ResponseEntity<String> answer, int status, String type) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).contains("\"type\":\"" + type + "\"");
    }
}
