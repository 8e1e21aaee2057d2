package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.RoomClient;
import io.pasar.live.Shop;
import io.pasar.live.Shop.Answer;
import io.pasar.live.UsesLiveService;
import io.pasar.platform.idempotency.KeyHash;
import io.pasar.platform.redis.RedisConnections;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class SaleIT {

    private static final Duration FOLLOWED = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RedisConnections redis;

    private Shop shop;
    private final Person buyer = Person.named("budi");

    @BeforeEach
    void openTheShop() {
        shop = Shop.open(port);
    }

    @Test
    void opensAtOnceAndShowsWhatItOffers() {
        JsonNode sale = shop.saleNow(shop.sale(10, 2, 60));
        assertThat(sale.path("state").asString()).isEqualTo("open");
        assertThat(sale.path("roomId").asString()).isEqualTo(shop.room());
        assertThat(sale.path("skuId").asString()).isEqualTo(shop.sku());
        assertThat(sale.path("productId").asString()).isEqualTo(shop.productId());
        assertThat(sale.path("title").asString()).isEqualTo("Kaos polos");
        assertThat(sale.path("price").toString()).isEqualTo("{\"amount\":\"19.90\",\"currency\":\"EUR\"}");
        assertThat(sale.path("total").asInt()).isEqualTo(10);
        assertThat(sale.path("perMember").asInt()).isEqualTo(2);
    }

    @Test
    void opensAndClosesByTheClock() {
        Instant opens = Instant.now().plusSeconds(2);
        String sale = shop.createSale(Map.of("opensAt", opens, "closesAt", opens.plusSeconds(2)))
                .expect(201)
                .text("id");
        assertThat(state(sale)).isEqualTo("scheduled");
        assertThat(shop.reserve(buyer, sale, 1).problem()).isEqualTo("409 /problems/sale-not-open");
        await().atMost(FOLLOWED).until(() -> state(sale).equals("open"));
        shop.hold(buyer, sale);
        await().atMost(FOLLOWED).until(() -> state(sale).equals("closed"));
        assertThat(shop.reserve(buyer, sale, 1).problem()).isEqualTo("409 /problems/sale-not-open");
    }

    @Test
    void opensAScheduledSaleOnTheHostsWord() {
        String sale = shop.createSale(Map.of("opensAt", Instant.now().plusSeconds(600)))
                .expect(201)
                .text("id");
        shop.post("/v1/sales/" + sale + "/open", shop.host(), null).expect(200);
        shop.post("/v1/sales/" + sale + "/open", shop.host(), null).expect(200);
        shop.hold(buyer, sale);
    }

    @Test
    void closesWithTheRoomAndLetsWhatIsHeldBePaid() {
        String sale = shop.sale(10, 2, 60);
        String scheduled = shop.createSale(Map.of("opensAt", Instant.now().plusSeconds(600)))
                .expect(201)
                .text("id");
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        shop.post("/v1/rooms/" + shop.room() + "/end", shop.host(), Map.of()).expect(200);
        assertThat(state(sale)).isEqualTo("closed");
        assertThat(state(scheduled)).isEqualTo("closed");
        shop.pay(buyer, order, "succeed").expect(200);
        assertThat(shop.saleNow(sale).path("sold").asInt()).isEqualTo(1);
        assertThat(shop.createSale(Map.of()).problem()).isEqualTo("409 /problems/room-ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "archived"})
    void sellsNothingThatOnlyItsOwnerMaySee(String status) {
        String running = shop.sale(10, 2, 60);
        database.sql("UPDATE product SET status = :status WHERE id = :id")
                .bind("status", status)
                .bind("id", UUID.fromString(shop.productId()))
                .then()
                .block();
        assertThat(shop.createSale(Map.of()).problem()).isEqualTo("409 /problems/product-not-active");
        shop.hold(buyer, running);
    }

    @Test
    void isOpenedOnceUnderOneKeyWhateverRedisForgets() {
        try (RoomClient host = RoomClient.join(port, shop.room(), shop.host().token())) {
            Map<String, Object> wish =
                    Map.of("skuId", shop.sku(), "price", Map.of("amount", "19.90", "currency", "EUR"), "stock", 5);
            String key = UUID.randomUUID().toString();
            JsonNode first = host.ask("sale.open", wish, key).path("data");
            assertThat(first.path("total").asInt()).as(first.toString()).isEqualTo(5);
            String kept = "live:{member:%s}:key:%s".formatted(shop.host().id(), KeyHash.of(key));
            redis.commands().del(kept).block();
            JsonNode again = host.ask("sale.open", wish, key).path("data");
            assertThat(again).isEqualTo(first);
            Map<String, Object> other = new HashMap<>(wish);
            other.put("stock", 6);
            assertThat(host.ask("sale.open", other, key).at("/error/type").asString())
                    .isEqualTo("/problems/idempotency-key-reused");
        }
    }

    @Test
    void showsTheHostWhatTheRoomSold() {
        String sale = shop.sale(10, 2, 60);
        shop.buy(buyer, sale);
        shop.buy(buyer, sale);
        shop.hold(Person.named("oki"), sale);
        shop.post("/v1/rooms/" + shop.room() + "/end", shop.host(), Map.of()).expect(200);
        JsonNode summary =
                shop.get("/v1/rooms/" + shop.room(), shop.host()).body().path("summary");
        assertThat(summary.path("soldUnits").asInt()).as(summary.toString()).isEqualTo(2);
        assertThat(summary.path("orders").asInt()).isEqualTo(2);
        assertThat(summary.path("revenue").toString()).isEqualTo("[{\"amount\":\"39.80\",\"currency\":\"EUR\"}]");
    }

    @Test
    void tellsTheRoomWhatHappens() {
        try (RoomClient guest = RoomClient.join(port, shop.room(), null);
                RoomClient member = RoomClient.join(port, shop.room(), buyer.token())) {
            String sale = shop.sale(1, 1, 60);
            assertThat(data(guest, "sale.opened").path("id").asString()).isEqualTo(sale);
            JsonNode reserved = member.ask("sale.reserve", Map.of("saleId", sale, "quantity", 1), "key-1")
                    .path("data");
            assertThat(reserved.path("state").asString()).isEqualTo("held");
            assertThat(data(member, "reservation").path("id").asString())
                    .isEqualTo(reserved.path("id").asString());
            assertThat(data(guest, "sale.soldOut").path("saleId").asString()).isEqualTo(sale);
            assertThat(data(guest, "stock").path("available").asInt()).isZero();
            JsonNode order = shop.order(buyer, reserved.path("id").asString())
                    .expect(201)
                    .body();
            shop.pay(buyer, order, "succeed").expect(200);
            assertThat(data(guest, "sold").path("quantity").asInt()).isEqualTo(1);
            assertThat(data(member, "order").path("state").asString()).isEqualTo("paid");
            shop.post("/v1/sales/" + sale + "/close", shop.host(), null).expect(200);
            assertThat(data(guest, "sale.closed").path("id").asString()).isEqualTo(sale);
            assertThat(guest.frames())
                    .noneMatch(frame -> frame.path("type").asString("").equals("reservation"));
        }
    }

    @Test
    void takesTheSameReservationOverTheSocketOnce() {
        String sale = shop.sale(5, 5, 60);
        try (RoomClient member = RoomClient.join(port, shop.room(), buyer.token())) {
            Map<String, Object> wish = Map.of("saleId", sale, "quantity", 2);
            JsonNode first = member.ask("sale.reserve", wish, "once").path("data");
            JsonNode again = member.ask("sale.reserve", wish, "once").path("data");
            assertThat(again).isEqualTo(first);
            assertThat(shop.saleNow(sale).path("held").asInt()).isEqualTo(2);
            String id = first.path("id").asString();
            assertThat(member.ask("reservation.release", Map.of("reservationId", id))
                            .path("data")
                            .path("state")
                            .asString())
                    .isEqualTo("released");
            member.ask("sale.reserve", Map.of("saleId", sale, "quantity", 4));
            JsonNode tooMuch = member.ask("sale.reserve", wish, "refused");
            assertThat(tooMuch.path("error").path("type").asString()).isEqualTo("/problems/limit-reached");
            assertThat(shop.saleNow(sale).path("held").asInt()).isEqualTo(4);
            JsonNode refused = member.ask("sale.reserve", Map.of("saleId", sale, "quantity", 0));
            assertThat(refused.path("error").path("type").asString()).isEqualTo("/problems/invalid-request");
        }
    }

    @Test
    void letsTheHostSellOverTheSocketAndNobodyElse() {
        try (RoomClient host = RoomClient.join(port, shop.room(), shop.host().token());
                RoomClient member = RoomClient.join(port, shop.room(), buyer.token())) {
            Map<String, Object> offer =
                    Map.of("skuId", shop.sku(), "price", Map.of("amount", "9.90", "currency", "EUR"), "stock", 3);
            assertThat(member.ask("sale.open", offer).path("error").path("type").asString())
                    .isEqualTo("/problems/forbidden");
            String sale = host.ask("sale.open", offer).path("data").path("id").asString();
            assertThat(member.ask("sale.close", Map.of("saleId", sale))
                            .path("error")
                            .path("type")
                            .asString())
                    .isEqualTo("/problems/forbidden");
            assertThat(host.ask("sale.close", Map.of("saleId", sale))
                            .path("data")
                            .path("state")
                            .asString())
                    .isEqualTo("closed");
        }
    }

    @Test
    void keepsTheCommandsOfARoomToItsOwnSales() {
        String here = shop.createSale(Map.of("opensAt", Instant.now().plusSeconds(600)))
                .expect(201)
                .text("id");
        String other = shop.post("/v1/rooms", shop.host(), Map.of("title", "Second show"))
                .expect(201)
                .text("id");
        try (RoomClient host = RoomClient.join(port, other, shop.host().token())) {
            for (String command : List.of("sale.open", "sale.close")) {
                JsonNode error = host.ask(command, Map.of("saleId", here)).path("error");
                assertThat(error.path("type").asString()).as(command).isEqualTo("/problems/not-found");
                assertThat(error.path("detail").asString()).isEqualTo("This room has no such sale.");
            }
        }
        assertThat(state(here)).isEqualTo("scheduled");
        try (RoomClient host = RoomClient.join(port, shop.room(), shop.host().token())) {
            JsonNode opened = host.ask("sale.open", Map.of("saleId", here)).path("data");
            assertThat(opened.path("state").asString()).isEqualTo("open");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sale.open  | /data/skuId        | "skuId": "00000000-0000-7000-8000-000000000000"
            sale.open  | /data/stock        | "stock": 0
            sale.open  | /data/price/amount | "price": {"amount":"0","currency":"EUR"}
            sale.open  | /data/closesAt     | "closesAt": "2020-01-01T00:00:00Z"
            sale.open  | /data/saleId       | "saleId": "x"
            sale.close | /data/saleId       | "saleId": null
            """)
    void pointsIntoTheFrameWhateverFoundTheFault(String command, String pointer, String field) {
        Map<String, Object> offer = new HashMap<>(
                Map.of("skuId", shop.sku(), "price", Map.of("amount", "9.90", "currency", "EUR"), "stock", 3));
        JsonNode fields = Shop.JSON.readTree("{" + field + "}");
        fields.propertyStream().forEach(entry -> offer.put(entry.getKey(), entry.getValue()));
        try (RoomClient host = RoomClient.join(port, shop.room(), shop.host().token())) {
            JsonNode error = host.ask(command, offer).path("error");
            assertThat(error.path("type").asString()).isEqualTo("/problems/invalid-request");
            assertThat(error.path("errors")
                            .valueStream()
                            .map(one -> one.path("pointer").asString()))
                    .containsExactly(pointer);
        }
    }

    @Test
    void showsSalesToWhoeverJoinsLater() {
        String sale = shop.sale(5, 5, 60);
        try (RoomClient guest = RoomClient.open(port, shop.room())) {
            guest.hello(null);
            JsonNode sales = guest.ask("room.join", Map.of())
                    .path("data")
                    .path("snapshot")
                    .path("sales");
            assertThat(sales.path(0).path("id").asString()).isEqualTo(sale);
        }
        assertThat(shop.get("/v1/rooms/" + shop.room() + "/sales", null)
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(sale);
    }

    @Test
    void letsOnlyTheHostSellAndOnlyHerOwn() {
        Person stranger = Person.named("steal");
        assertThat(shop.createSale(stranger, Map.of()).problem()).isEqualTo("403 /problems/forbidden");
        assertThat(shop.createSale(null, Map.of()).problem()).isEqualTo("401 /problems/unauthenticated");
        Shop elsewhere = Shop.open(port);
        assertThat(shop.createSale(Map.of("skuId", elsewhere.sku())).problem()).isEqualTo("403 /problems/forbidden");
        Answer unknown = shop.createSale(Map.of("skuId", UUID.randomUUID()));
        assertThat(unknown.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(pointers(unknown)).containsExactly("/skuId");
        String sale = shop.sale(5, 5, 60);
        assertThat(shop.post("/v1/sales/" + sale + "/close", stranger, null).problem())
                .isEqualTo("403 /problems/forbidden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /stock         | "stock": 0
            /stock         | "stock": 1000001
            /stock         | "stock": "5"
            /stock         | "stock": 1.5
            /perMember     | "perMember": 0
            /holdSeconds   | "holdSeconds": 86401
            /closesAt      | "closesAt": "2020-01-01T00:00:00Z"
            /opensAt       | "opensAt": "tomorrow"
            /price/amount  | "price": {"amount":"0","currency":"EUR"}
            /colour        | "colour": "red"
            """)
    void namesWhatIsWrongWithASale(String pointer, String field) {
        String body = """
                {"skuId":"%s","price":{"amount":"1.00","currency":"EUR"},"stock":5}""".formatted(shop.sku());
        JsonNode fields = Shop.JSON.readTree("{" + field + "}");
        var merged = (tools.jackson.databind.node.ObjectNode) Shop.JSON.readTree(body);
        fields.propertyStream().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        Answer answer = shop.post("/v1/rooms/" + shop.room() + "/sales", shop.host(), merged);
        assertThat(answer.problem()).as(answer.body().toString()).isEqualTo("400 /problems/invalid-request");
        assertThat(pointers(answer)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({"1.5,JPY", "1.2345,KWD", "1.00,XYZ", "1.00,eur", "1e3,EUR", "-1,EUR"})
    void refusesAPriceNobodyCanPay(String amount, String currency) {
        Answer answer = shop.createSale(Map.of("price", Map.of("amount", amount, "currency", currency)));
        assertThat(answer.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(pointers(answer)).allMatch(pointer -> pointer.startsWith("/price"));
    }

    private static List<String> pointers(Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static JsonNode data(RoomClient client, String type) {
        return client.event(type).path("data");
    }

    private String state(String sale) {
        return shop.saleNow(sale).path("state").asString();
    }
}
