package io.pasar.live.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RoomClient;
import io.pasar.live.Shop;
import io.pasar.live.UsesLiveService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class FigureIT {

    private static final Duration DONE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private SampleService sampling;

    @Autowired
    private SampleStore samples;

    private Shop shop;
    private final Person buyer = Person.named("budi");
    private final Person other = Person.named("oki");

    @BeforeEach
    void openTheShop() {
        shop = Shop.open(port);
    }

    @Test
    void countsWhatWasSaidReservedSoldAndGivenBackInEveryCurrency() {
        say(3);
        String euros = shop.sale(50, 20, 60);
        String yen = sale(Map.of("price", Map.of("amount", "500", "currency", "JPY"), "perMember", 20));
        buy(euros, 1);
        refund(buy(euros, 2), "5.00");
        refund(buy(euros, 4), null);
        buy(yen, 3);
        shop.release(buyer, shop.hold(buyer, euros)).expect(200);
        shop.order(other, shop.hold(other, euros)).expect(201);
        await().atMost(DONE)
                .untilAsserted(() -> assertThat(totals().path("chats").asInt()).isEqualTo(3));
        JsonNode totals = totals();
        assertThat(totals.path("reservations").asInt()).isEqualTo(6);
        assertThat(totals.path("orders").asInt()).isEqualTo(3);
        assertThat(totals.path("unitsSold").asInt()).isEqualTo(6);
        assertThat(totals.path("revenue").toString())
                .isEqualTo("[{\"amount\":\"54.70\",\"currency\":\"EUR\"},{\"amount\":\"1500\",\"currency\":\"JPY\"}]");
        pointsAddUpTo(totals);
        sameAsTheSummary(totals);
    }

    private void sameAsTheSummary(JsonNode totals) {
        shop.post("/v1/rooms/" + shop.room() + "/end", shop.host(), null).expect(200);
        JsonNode summary =
                shop.get("/v1/rooms/" + shop.room(), shop.host()).body().path("summary");
        assertThat(totals.path("revenue")).isEqualTo(summary.path("revenue"));
        assertThat(totals.path("orders")).isEqualTo(summary.path("orders"));
        assertThat(totals.path("unitsSold")).isEqualTo(summary.path("soldUnits"));
        assertThat(totals.path("chats")).isEqualTo(summary.path("chatMessages"));
        assertThat(totals()).isEqualTo(totals);
    }

    @Test
    void countsWhatIsPaidAfterTheEndInTheLastStep() {
        String sale = shop.sale(5, 5, 60);
        JsonNode order = shop.order(buyer, shop.hold(buyer, sale)).expect(201).body();
        shop.post("/v1/rooms/" + shop.room() + "/end", shop.host(), null).expect(200);
        set("started_at = started_at - interval '1 minute', ended_at = ended_at - interval '25 seconds'");
        shop.pay(buyer, order, "succeed").expect(200);
        List<JsonNode> points = points();
        assertThat(points).hasSize(4);
        assertThat(points.getLast().path("orders").asInt()).isEqualTo(1);
        assertThat(points.getLast().path("revenue").path(0).path("amount").asString())
                .isEqualTo("19.90");
        pointsAddUpTo(totals());
    }

    @Test
    void growsTheStepWithTheRoomAndPutsEachFactWhereItHappened() {
        Instant start = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        set("started_at = '" + start + "'");
        Stream.of(-5, 0, 19, 20, 3600).forEach(second -> said(start.plusSeconds(second)));
        List<JsonNode> points = points();
        assertThat(figures().path("stepSeconds").asInt()).isEqualTo(20);
        assertThat(points).hasSizeBetween(540, 543);
        assertThat(points.getFirst().path("at").asString()).isEqualTo(start.toString());
        assertThat(points.getFirst().path("chats").asInt()).isEqualTo(3);
        assertThat(points.get(1).path("chats").asInt()).isEqualTo(1);
        assertThat(points.get(180).path("chats").asInt()).isEqualTo(1);
        assertThat(totals().path("chats").asInt()).isEqualTo(5);
    }

    @Test
    void remembersViewersAndStockAfterTheEnd() {
        shop.sale(7, 5, 60);
        set("started_at = started_at - interval '40 seconds'");
        Instant past = Instant.now().minusSeconds(15);
        try (RoomClient one = RoomClient.join(port, shop.room(), null);
                RoomClient two = RoomClient.join(port, shop.room(), buyer.token())) {
            one.frame(frame -> frame.path("data").path("viewers").asInt() == 2);
            two.ask("chat.send", Map.of("text", "hello"));
            sampling.sample(past).block(DONE);
            JsonNode now = points().getLast();
            assertThat(now.path("viewers").asInt()).isEqualTo(2);
            assertThat(now.path("stock").asInt()).isEqualTo(7);
        }
        shop.post("/v1/rooms/" + shop.room() + "/end", shop.host(), null).expect(200);
        assertThat(points())
                .anySatisfy(point -> assertThat(point.path("viewers").asInt() + " and "
                                + point.path("stock").asInt())
                        .isEqualTo("2 and 7"));
        assertThat(points().getFirst().path("viewers").isNull()).isTrue();
        assertThat(totals().path("viewersPeak").asInt()).isEqualTo(2);
    }

    @Test
    void samplesAMomentOnceHoweverManyNodesWouldLikeTo() {
        List<Instant> taken = new ArrayList<>();
        await().atMost(DONE).until(() -> {
            List<Callable<List<Instant>>> nodes = Stream.<Callable<List<Instant>>>generate(() -> this::claim)
                    .limit(16)
                    .toList();
            Shop.together(nodes).forEach(taken::addAll);
            return taken.size() >= 2;
        });
        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void forgetsOldSamplesOnly() {
        Instant now = Instant.now();
        Instant old = now.minus(Duration.ofDays(40));
        RoomId room = new RoomId(UUID.fromString(shop.room()));
        samples.add(old, Map.of(room, new Sample(old, 1, 1))).block(DONE);
        samples.add(now, Map.of(room, new Sample(now, 2, 2))).block(DONE);
        assertThat(samples.forget(Duration.ofDays(30)).block(DONE)).isPositive();
        FigureSpan span = FigureRules.span(now.minus(Duration.ofDays(50)), now.plusSeconds(1));
        assertThat(samples.of(room, span).block(DONE))
                .extracting(Sample::viewers)
                .containsOnly(2);
    }

    @Test
    void showsNoPointsBeforeTheStart() {
        String room = shop.post("/v1/rooms", shop.host(), Map.of("title", "Later"))
                .expect(201)
                .text("id");
        JsonNode figures = shop.get("/v1/rooms/" + room + "/figures", shop.host())
                .expect(200)
                .body();
        assertThat(figures.path("points").isEmpty()).isTrue();
        assertThat(figures.path("totals").path("orders").asInt()).isZero();
    }

    @Test
    void areForTheHostAlone() {
        String path = "/v1/rooms/" + shop.room() + "/figures";
        shop.get(path, shop.host()).expect(200);
        assertThat(shop.get(path, null).problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(shop.get(path, buyer).problem()).isEqualTo("403 /problems/forbidden");
        assertThat(shop.get("/v1/rooms/" + UUID.randomUUID() + "/figures", buyer)
                        .problem())
                .isEqualTo("404 /problems/not-found");
        String secret = shop.post("/v1/rooms", shop.host(), Map.of("title", "Secret", "visibility", "private"))
                .expect(201)
                .text("id");
        assertThat(shop.get("/v1/rooms/" + secret + "/figures", buyer).problem())
                .isEqualTo("404 /problems/not-found");
        assertThat(shop.get("/v1/rooms/x/figures", buyer).status()).isEqualTo(400);
    }

    private List<Instant> claim() {
        return samples.claim(Duration.ofSeconds(1)).blockOptional(DONE).stream().toList();
    }

    private void say(int times) {
        try (RoomClient member = RoomClient.join(port, shop.room(), buyer.token())) {
            for (int i = 0; i < times; i++) {
                member.ask("chat.send", Map.of("text", "number " + i));
            }
        }
    }

    private void said(Instant at) {
        database.sql("INSERT INTO chat_message (id, room_id, seq, member_id, body, said_at)"
                        + " VALUES (gen_random_uuid(), :room, 1, :member, 'hi', :at)")
                .bind("room", UUID.fromString(shop.room()))
                .bind("member", buyer.id())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .block(DONE);
    }

    private void set(String assignments) {
        database.sql("UPDATE room SET " + assignments + " WHERE id = :room")
                .bind("room", UUID.fromString(shop.room()))
                .fetch()
                .rowsUpdated()
                .block(DONE);
    }

    private String sale(Map<String, ?> fields) {
        return shop.createSale(fields).expect(201).text("id");
    }

    private String buy(String sale, int quantity) {
        String hold = shop.reserve(buyer, sale, quantity).expect(201).text("id");
        JsonNode order = shop.order(buyer, hold).expect(201).body();
        shop.pay(buyer, order, "succeed").expect(200);
        return order.path("id").asString();
    }

    private void refund(String order, @Nullable String euros) {
        Map<String, ?> body = euros == null ? Map.of() : Map.of("amount", Map.of("amount", euros, "currency", "EUR"));
        shop.post("/v1/orders/" + order + "/refunds", shop.host(), body).expect(201);
    }

    private void pointsAddUpTo(JsonNode totals) {
        List<JsonNode> points = points();
        for (String count : List.of("chats", "reservations", "orders")) {
            assertThat(points.stream()
                            .mapToInt(point -> point.path(count).asInt())
                            .sum())
                    .as(count)
                    .isEqualTo(totals.path(count).asInt());
        }
    }

    private JsonNode figures() {
        return shop.get("/v1/rooms/" + shop.room() + "/figures", shop.host())
                .expect(200)
                .body();
    }

    private JsonNode totals() {
        return figures().path("totals");
    }

    private List<JsonNode> points() {
        return StreamSupport.stream(figures().path("points").spliterator(), false)
                .toList();
    }
}
