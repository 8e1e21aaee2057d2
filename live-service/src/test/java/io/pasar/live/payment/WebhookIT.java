package io.pasar.live.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.Shop;
import io.pasar.live.Shop.Answer;
import io.pasar.live.UsesLiveService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class WebhookIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private SecretStore secrets;

    @Autowired
    private DatabaseClient database;

    private Shop shop;
    private String secret;
    private JsonNode order;
    private String intent;
    private final Person buyer = Person.named("budi");

    @BeforeEach
    void placeAnOrder() {
        shop = Shop.open(port);
        secret = secrets.of("sandbox").blockOptional().orElseThrow();
        order = shop.order(buyer, shop.hold(buyer, shop.sale(5, 3, 60)))
                .expect(201)
                .body();
        intent = order.path("payment").path("intent").asString();
    }

    @Test
    void countsOnceHoweverOftenItIsRepeated() {
        String body = event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "EUR");
        List<String> outcomes = Shop.together(repeat(10, () -> deliver(body))).stream()
                .map(answer -> answer.expect(200).text("outcome"))
                .toList();
        assertThat(outcomes).filteredOn("captured"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("repeated"::equals).hasSize(9);
        assertThat(orderState()).isEqualTo("paid");
        assertThat(paidEvents()).isEqualTo(1);
    }

    @Test
    void capturesOnceHoweverManyDifferentEventsSaySo() {
        List<Answer> answers = Shop.together(repeat(
                8, () -> deliver(event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "EUR"))));
        assertThat(answers)
                .filteredOn(answer -> answer.text("outcome").equals("captured"))
                .hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 409).contains(answer.status()));
        assertThat(orderState()).isEqualTo("paid");
        assertThat(paidEvents()).isEqualTo(1);
    }

    @Test
    void refusesASignatureThatIsForgedOldOrMissing() {
        String body = event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "EUR");
        Instant now = Instant.now();
        assertThat(post(body, signature("a guess", body, now)).problem()).isEqualTo("401 /problems/invalid-signature");
        assertThat(post(body, signature(secret, body, now.minusSeconds(301))).problem())
                .isEqualTo("401 /problems/invalid-signature");
        assertThat(post(body, signature(secret, body + " ", now)).problem())
                .isEqualTo("401 /problems/invalid-signature");
        assertThat(post(body, null).problem()).isEqualTo("401 /problems/invalid-signature");
        assertThat(orderState()).isEqualTo("pendingPayment");
        assertThat(deliver(body).text("outcome")).isEqualTo("captured");
    }

    @Test
    void neverTakesAnotherAmountOrCurrency() {
        assertThat(deliver(event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.89", "EUR"))
                        .text("outcome"))
                .isEqualTo("amountDiffers");
        assertThat(deliver(event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "USD"))
                        .text("outcome"))
                .isEqualTo("amountDiffers");
        assertThat(orderState()).isEqualTo("pendingPayment");
    }

    @Test
    void takesEventsInAnyOrder() {
        assertThat(deliver(event("evt-" + UUID.randomUUID(), "payment.failed", "19.90", "EUR"))
                        .text("outcome"))
                .isEqualTo("failureNoted");
        deliver(event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "EUR"))
                .expect(200);
        assertThat(deliver(event("evt-" + UUID.randomUUID(), "payment.failed", "19.90", "EUR"))
                        .text("outcome"))
                .isEqualTo("alreadyCaptured");
        assertThat(orderState()).isEqualTo("paid");
    }

    @Test
    void remembersAnEventOfAPaymentNobodyKnows() {
        String known = intent;
        intent = UUID.randomUUID().toString();
        assertThat(deliver(event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "EUR"))
                        .text("outcome"))
                .isEqualTo("unknownIntent");
        intent = known;
        assertThat(orderState()).isEqualTo("pendingPayment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"id\":\"x\"}", "{\"id\":\"x\",\"type\":\"payment.melted\"}"})
    void refusesABodyThatIsNoEvent(String body) {
        assertThat(deliver(body).status()).isEqualTo(400);
    }

    @Test
    void knowsNoOtherProvider() {
        assertThat(shop.post("/v1/payments/webhooks/acme", null, Map.of()).problem())
                .isEqualTo("404 /problems/not-found");
    }

    @Test
    void letsNoOtherMemberPayButAnybodyWithoutAToken() {
        assertThat(shop.pay(Person.named("oki"), order, "succeed").problem()).isEqualTo("403 /problems/forbidden");
        assertThat(orderState()).isEqualTo("pendingPayment");
        shop.pay(null, order, "succeed").expect(200);
        shop.pay(null, order, "succeed").expect(200);
        assertThat(orderState()).isEqualTo("paid");
        assertThat(shop.payIntent(buyer, UUID.randomUUID().toString(), "succeed")
                        .problem())
                .isEqualTo("404 /problems/not-found");
    }

    @Test
    void sendsAWebhookAgainThatDidNotArrive() {
        database.sql("insert into sandbox_webhook (id, intent_id, body, next_attempt_at) values"
                        + " (:id, :intent, :body, clock_timestamp())")
                .bind("id", UUID.randomUUID())
                .bind("intent", UUID.fromString(intent))
                .bind("body", event("evt-" + UUID.randomUUID(), "payment.succeeded", "19.90", "EUR"))
                .fetch()
                .rowsUpdated()
                .block();
        await().atMost(Duration.ofSeconds(30)).until(() -> orderState().equals("paid"));
    }

    private Answer deliver(String body) {
        return post(body, signature(secret, body, Instant.now()));
    }

    private static String signature(String key, String body, Instant at) {
        return WebhookSignature.sign(key, body.getBytes(StandardCharsets.UTF_8), at);
    }

    private String event(String id, String type, String amount, String currency) {
        return """
                {"id":"%s","type":"%s","intent":"%s","amount":{"amount":"%s","currency":"%s"},"at":"%s"}""".formatted(id, type, intent, amount, currency, Instant.now());
    }

    private Answer post(String body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/live/v1/payments/webhooks/sandbox"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header(SandboxProvider.SIGNATURE_HEADER, signature);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), Shop.JSON.readTree(response.body()), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String orderState() {
        return shop.orderNow(buyer, order.path("id").asString()).text("state");
    }

    private long paidEvents() {
        return database.sql("select count(*) from outbox where type = 'pasar.live.order.paid.v1' and subject = :order")
                .bind("order", order.path("id").asString())
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static <T> List<Callable<T>> repeat(int times, Callable<T> call) {
        return Stream.generate(() -> call).limit(times).toList();
    }
}
