package io.pasar.live.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.Shop;
import io.pasar.live.Shop.Answer;
import io.pasar.live.UsesLiveService;
import java.time.Duration;
import java.util.HashMap;
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
class OrderIT {

    private static final Duration DONE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Shop shop;
    private final Person buyer = Person.named("budi");
    private final Person other = Person.named("oki");

    @BeforeEach
    void openTheShop() {
        shop = Shop.open(port);
    }

    @Test
    void becomesPaidWhenTheMoneyComes() {
        String sale = shop.sale(5, 3, 60);
        String reservation = shop.reserve(buyer, sale, 2).expect(201).text("id");
        JsonNode order = shop.order(buyer, reservation).expect(201).body();
        assertThat(order.path("state").asString()).isEqualTo("pendingPayment");
        assertThat(order.path("reservationId").asString()).isEqualTo(reservation);
        assertThat(order.path("total").toString()).isEqualTo("{\"amount\":\"39.80\",\"currency\":\"EUR\"}");
        assertThat(order.path("payment").path("provider").asString()).isEqualTo("sandbox");
        Answer paid = shop.pay(buyer, order, "succeed").expect(200);
        assertThat(paid.body().path("delivered").asBoolean()).isTrue();
        JsonNode now = orderNow(order);
        assertThat(now.path("state").asString()).isEqualTo("paid");
        assertThat(now.path("payment").path("state").asString()).isEqualTo("captured");
        assertThat(shop.reservationState(buyer, reservation)).isEqualTo("confirmed");
        assertUnits(sale, 3, 0, 2);
        assertThat(shop.release(buyer, reservation).problem()).isEqualTo("409 /problems/reservation-confirmed");
        assertThat(events("pasar.live.order.paid.v1", order)).isEqualTo(1);
    }

    @Test
    void isOneForAReservationHoweverManyAskAtOnce() {
        String sale = shop.sale(5, 3, 60);
        String reservation = shop.hold(buyer, sale);
        List<Answer> answers = Shop.together(repeat(20, () -> shop.order(buyer, reservation)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    }

    @Test
    void ignoresFieldsItDoesNotKnowYet() {
        String sale = shop.sale(5, 3, 60);
        Map<String, Object> body = Map.of("reservationId", shop.hold(buyer, sale), "note", "gift wrap, please");
        shop.post("/v1/orders", buyer, body).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reservationId\":null}", "{\"reservationId\":\"x\"}", "{\"reservationId\":1}"})
    void namesAReservationThatIsNone(String body) {
        Answer answer = shop.post("/v1/orders", buyer, body);
        assertThat(answer.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/reservationId");
    }

    @Test
    void waitsForAnotherTryAfterAFailedPayment() {
        String sale = shop.sale(5, 3, 60);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        shop.pay(buyer, order, "fail").expect(200);
        shop.pay(buyer, order, "fail").expect(200);
        assertThat(orderNow(order).path("state").asString()).isEqualTo("pendingPayment");
        assertThat(orderNow(order).path("payment").path("failures").asInt()).isEqualTo(2);
        shop.pay(buyer, order, "succeed").expect(200);
        assertThat(orderNow(order).path("state").asString()).isEqualTo("paid");
        assertThat(shop.pay(buyer, order, "fail").problem()).isEqualTo("409 /problems/payment-closed");
    }

    @Test
    void isCancelledOnceByItsBuyerAndTakesNoMoneyThen() {
        String sale = shop.sale(5, 3, 60);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        List<Answer> answers = Shop.together(repeat(8, () -> cancel(buyer, order)));
        assertThat(answers).allMatch(answer -> answer.status() == 200 && "cancelled".equals(answer.text("state")));
        assertUnits(sale, 5, 0, 0);
        assertThat(shop.pay(buyer, order, "succeed").problem()).isEqualTo("409 /problems/payment-closed");
        assertThat(orderNow(order).path("cancelReason").asString()).isEqualTo("released");
    }

    @Test
    void isCancelledWithItsHold() {
        String sale = shop.sale(5, 3, 3);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        await().atMost(DONE)
                .until(() -> "cancelled".equals(orderNow(order).path("state").asString()));
        assertThat(orderNow(order).path("cancelReason").asString()).isEqualTo("expired");
        assertUnits(sale, 5, 0, 0);
        Answer again = shop.order(buyer, order.path("reservationId").asString());
        assertThat(again.problem()).isEqualTo("409 /problems/hold-over");
    }

    @Test
    void takesNoLateMoneyOnceItsBuyerCancelled() {
        String sale = shop.sale(1, 1, 3);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        await().atMost(DONE)
                .until(() -> "cancelled".equals(orderNow(order).path("state").asString()));
        JsonNode cancelled = cancel(buyer, order).expect(200).body();
        assertThat(cancelled.path("cancelReason").asString()).isEqualTo("released");
        assertThat(cancelled.at("/payment/state").asString()).isEqualTo("cancelled");
        cancel(buyer, order).expect(200);
        assertThat(shop.pay(buyer, order, "succeed").problem()).isEqualTo("409 /problems/payment-closed");
        assertUnits(sale, 1, 0, 0);
        assertThat(orderNow(order).path("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void isPaidLateIfItsUnitsAreStillThere() {
        String sale = shop.sale(1, 1, 3);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        await().atMost(DONE)
                .until(() -> "cancelled".equals(orderNow(order).path("state").asString()));
        shop.pay(buyer, order, "succeed").expect(200);
        JsonNode now = orderNow(order);
        assertThat(now.path("state").asString()).isEqualTo("paid");
        assertThat(now.path("reservationId")).isNotEqualTo(order.path("reservationId"));
        assertUnits(sale, 0, 0, 1);
        assertThat(events("pasar.live.order.paid.v1", order)).isEqualTo(1);
    }

    @Test
    void givesLateMoneyBackIfItsUnitsAreGone() {
        String sale = shop.sale(1, 1, 3);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        await().atMost(DONE)
                .until(() -> "cancelled".equals(orderNow(order).path("state").asString()));
        shop.buy(other, sale);
        shop.pay(buyer, order, "succeed").expect(200);
        assertThat(orderNow(order).path("state").asString()).isEqualTo("cancelled");
        await().atMost(DONE).until(() -> refunded(order) == 1990);
        assertUnits(sale, 0, 0, 1);
        assertThat(events("pasar.live.order.paid.v1", order)).isZero();
        assertThat(events("pasar.live.order.refunded.v1", order)).isZero();
    }

    @Test
    void givesMoneyBackInPartsAndThenWhole() {
        String sale = shop.sale(5, 3, 60);
        JsonNode order = shop.buy(buyer, sale);
        Answer part = refund(shop.host(), order, "5.00").expect(201);
        assertThat(part.text("state")).isEqualTo("done");
        assertThat(orderNow(order).path("state").asString()).isEqualTo("paid");
        assertThat(orderNow(order).path("refunded").path("amount").asString()).isEqualTo("5.00");
        assertThat(refund(shop.host(), order, "14.91").problem()).isEqualTo("409 /problems/refund-too-large");
        Answer rest = refund(shop.host(), order, null).expect(201);
        assertThat(rest.body().path("amount").path("amount").asString()).isEqualTo("14.90");
        assertThat(orderNow(order).path("state").asString()).isEqualTo("refunded");
        assertThat(refund(shop.host(), order, null).problem()).isEqualTo("409 /problems/order-not-paid");
        assertThat(events("pasar.live.order.refunded.v1", order)).isEqualTo(2);
    }

    @Test
    void neverGivesBackMoreThanWasPaidHoweverManyAskAtOnce() {
        String sale = shop.sale(5, 3, 60);
        JsonNode order = shop.buy(buyer, sale);
        List<Answer> answers = Shop.together(repeat(8, () -> refund(shop.host(), order, "8.00")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(orderNow(order).path("refunded").path("amount").asString()).isEqualTo("16.00");
    }

    @Test
    void givesBackOnceUnderOneKey() {
        String sale = shop.sale(5, 3, 60);
        JsonNode order = shop.buy(buyer, sale);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("amount", Map.of("amount", "5.00", "currency", "EUR"));
        String path = "/v1/orders/" + order.path("id").asString() + "/refunds";
        List<Answer> answers = Shop.together(repeat(10, () -> shop.postOnce(path, shop.host(), key, body)));
        assertThat(answers)
                .extracting(Answer::problem)
                .containsAnyOf("201 ")
                .isSubsetOf("201 ", "409 /problems/idempotency-in-progress");
        Answer again = shop.postOnce(path, shop.host(), key, body).expect(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .allMatch(answer -> answer.text("id").equals(again.text("id")));
        assertThat(orderNow(order).path("refunded").path("amount").asString()).isEqualTo("5.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":{\"amount\":\"0\",\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amount\":\"-1\",\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}",
                "{\"amount\":\"5.00\"}",
                "{\"colour\":\"red\"}",
                "{\"reason\":\"a\\u202eb\"}"
            })
    void namesWhatIsWrongWithARefund(String body) {
        JsonNode order = shop.buy(buyer, shop.sale(5, 3, 60));
        Answer answer = shop.post("/v1/orders/" + order.path("id").asString() + "/refunds", shop.host(), body);
        assertThat(answer.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(orderNow(order).path("refunded").path("amount").asString()).isEqualTo("0.00");
    }

    @Test
    void concernsItsBuyerAndItsSellerAlone() {
        JsonNode order = shop.buy(buyer, shop.sale(5, 3, 60));
        String id = order.path("id").asString();
        shop.orderNow(shop.host(), id).expect(200);
        assertThat(shop.orderNow(other, id).problem()).isEqualTo("404 /problems/not-found");
        assertThat(shop.get("/v1/orders/" + id, null).problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(cancel(other, order).problem()).isEqualTo("404 /problems/not-found");
        assertThat(cancel(shop.host(), order).problem()).isEqualTo("404 /problems/not-found");
        assertThat(cancel(buyer, order).problem()).isEqualTo("409 /problems/order-paid");
        assertThat(refund(other, order, null).problem()).isEqualTo("404 /problems/not-found");
        assertThat(refund(buyer, order, null).problem()).isEqualTo("403 /problems/forbidden");
    }

    @Test
    void tellsOnlyItsBuyerWhatItIsPaidWith() {
        String reservation = shop.hold(buyer, shop.sale(5, 3, 60));
        JsonNode order = shop.order(buyer, reservation).expect(201).body();
        String intent = order.at("/payment/intent").asString();
        assertThat(orderNow(order).at("/payment/intent").asString()).isEqualTo(intent);
        Answer seen = shop.orderNow(shop.host(), order.path("id").asString()).expect(200);
        assertThat(seen.body().at("/payment/intent").isNull()).isTrue();
        assertThat(seen.body().toString()).doesNotContain(intent);
        assertThat(shop.payIntent(shop.host(), intent, "succeed").problem()).isEqualTo("403 /problems/forbidden");
        shop.payIntent(null, intent, "succeed").expect(200);
        assertThat(orderNow(order).path("state").asString()).isEqualTo("paid");
    }

    private Answer cancel(Person caller, JsonNode order) {
        return shop.post("/v1/orders/" + order.path("id").asString() + "/cancel", caller, null);
    }

    private Answer refund(Person caller, JsonNode order, @Nullable String amount) {
        Map<String, Object> body = new HashMap<>();
        if (amount != null) {
            body.put("amount", Map.of("amount", amount, "currency", "EUR"));
        }
        return shop.post("/v1/orders/" + order.path("id").asString() + "/refunds", caller, body);
    }

    private JsonNode orderNow(JsonNode order) {
        return shop.orderNow(buyer, order.path("id").asString()).expect(200).body();
    }

    private long refunded(JsonNode order) {
        return number("select coalesce(sum(r.amount_minor), 0) from sandbox_refund r join payment_intent i"
                + " on i.id = r.intent_id where i.order_id = '"
                + order.path("id").asString() + "'");
    }

    private long events(String type, JsonNode order) {
        return number("select count(*) from outbox where type = '" + type + "' and subject = '"
                + order.path("id").asString() + "'");
    }

    private long number(String sql) {
        return database.sql(sql)
                .map(row -> ((Number) row.get(0)).longValue())
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void assertUnits(String sale, int available, int held, int sold) {
        JsonNode now = shop.saleNow(sale);
        assertThat(List.of(
                        now.path("available").asInt(),
                        now.path("held").asInt(),
                        now.path("sold").asInt()))
                .as(now.toString())
                .containsExactly(available, held, sold);
    }

    private static <T> List<Callable<T>> repeat(int times, Callable<T> call) {
        return Stream.generate(() -> call).limit(times).toList();
    }
}
