package io.pasar.live.showcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveApi.Reply;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class StageIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    private LiveApi api;
    private final Person host = Person.named("hana");
    private final Person other = Person.named("otto");
    private String room;

    @BeforeEach
    void openRoom() {
        api = new LiveApi(port);
        room = api.liveRoom(host);
    }

    @Test
    void showsTheProductToViewersAndToThoseWhoJoinLater() {
        String product = product(host, "Linen shirt");
        try (RoomClient guest = RoomClient.join(port, room, null)) {
            Reply reply = api.put("/v1/rooms/" + room + "/stage", host, Map.of("productId", product));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body().path("title").asString()).isEqualTo("Linen shirt");
            assertThat(guest.event("stage").path("data")).isEqualTo(reply.body());
        }
        try (RoomClient late = RoomClient.open(port, room)) {
            late.hello(null);
            JsonNode stage = late.ask("room.join", Map.of())
                    .path("data")
                    .path("snapshot")
                    .path("stage");
            assertThat(stage.path("productId").asString()).isEqualTo(product);
        }
    }

    @Test
    void isPartOfTheListOfRoomsWithTheSaleToShow() {
        String bare = api.liveRoom(host);
        String product = product(host, "Linen shirt");
        Reply stage = api.put("/v1/rooms/" + room + "/stage", host, Map.of("productId", product));
        String soldOut = sale(product, 1);
        String open = sale(product, 2);
        api.post("/v1/sales/" + soldOut + "/reservations", other, Map.of("quantity", 1));

        assertThat(listed(room).path("stage")).isEqualTo(stage.body());
        assertThat(listed(room).path("sale").path("id").asString()).isEqualTo(open);
        assertThat(listed(room).path("sale"))
                .isEqualTo(api.get("/v1/sales/" + open, null).body());
        assertThat(listed(bare).path("stage").isNull()).isTrue();
        assertThat(listed(bare).path("sale").isNull()).isTrue();

        api.post("/v1/sales/" + open + "/close", host, Map.of());
        assertThat(listed(room).path("sale").path("id").asString()).isEqualTo(soldOut);
        api.post("/v1/sales/" + soldOut + "/close", host, Map.of());
        assertThat(listed(room).path("sale").isNull()).isTrue();
    }

    private JsonNode listed(String id) {
        JsonNode rooms = api.get("/v1/rooms?host=" + host.id(), null).body().path("items");
        return rooms.valueStream()
                .filter(room -> id.equals(room.path("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    private String sale(String product, int stock) {
        String sku = api.get("/v1/products/" + product, null)
                .body()
                .path("variants")
                .path(0)
                .path("id")
                .asString();
        Map<String, Object> terms = Map.of(
                "skuId", sku, "price", Map.of("amount", "19.90", "currency", "EUR"), "stock", stock, "perMember", 1);
        return api.post("/v1/rooms/" + room + "/sales", host, terms)
                .body()
                .path("id")
                .asString();
    }

    @Test
    void isSetByTheHostsSocketToo() {
        String product = product(host, "Scarf");
        try (RoomClient owner = RoomClient.join(port, room, host.token());
                RoomClient viewer = RoomClient.join(port, room, other.token())) {
            assertThat(type(viewer.ask("stage.set", Map.of("productId", product))))
                    .isEqualTo("/problems/forbidden");
            assertThat(owner.ask("stage.set", Map.of("productId", product))
                            .path("data")
                            .path("title")
                            .asString())
                    .isEqualTo("Scarf");
            assertThat(viewer.event("stage").path("data").path("title").asString())
                    .isEqualTo("Scarf");
        }
    }

    @Test
    void takesOnlyTheHostsOwnProducts() {
        String foreign = product(other, "Not yours");
        String path = "/v1/rooms/" + room + "/stage";
        assertThat(api.put(path, host, Map.of("productId", foreign)).status()).isEqualTo(403);
        assertThat(api.put(path, host, Map.of("productId", UUID.randomUUID())).status())
                .isEqualTo(404);
        assertThat(api.put(path, other, Map.of("productId", foreign)).status()).isEqualTo(403);
        assertThat(api.put(path, null, Map.of("productId", foreign)).status()).isEqualTo(401);
        assertThat(api.put(path, host, Map.of("productId", "x")).status()).isEqualTo(400);
        assertThat(api.put(path, host, Map.of()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "archived"})
    void showsNothingThatOnlyItsOwnerMaySee(String status) {
        String product = product(host, "Secret");
        database.sql("UPDATE product SET status = :status WHERE id = :id")
                .bind("status", status)
                .bind("id", UUID.fromString(product))
                .then()
                .block();
        Reply reply = api.put("/v1/rooms/" + room + "/stage", host, Map.of("productId", product));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body().path("type").asString()).isEqualTo("/problems/product-not-active");
    }

    @Test
    void isNotSetBesideTheEndOfTheRoom() {
        String product = product(host, "Late");
        Sinks.Empty<Void> locked = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        Disposable ending = room("SELECT id FROM room WHERE id = :id FOR UPDATE")
                .doOnSuccess(_ -> locked.tryEmitEmpty())
                .then(release.asMono())
                .then(room("UPDATE room SET state = 'ended', ended_at = now() WHERE id = :id"))
                .as(transaction::transactional)
                .subscribe();
        StepVerifier.create(locked.asMono()).verifyComplete();
        CompletableFuture<Integer> setting = CompletableFuture.supplyAsync(
                () -> api.put("/v1/rooms/" + room + "/stage", host, Map.of("productId", product))
                        .status());
        await().atMost(SOON).until(() -> waiting() > 0 || setting.isDone());
        release.tryEmitEmpty();
        assertThat(setting).succeedsWithin(SOON).isEqualTo(409);
        assertThat(ending.isDisposed()).isTrue();
    }

    private Mono<Void> room(String sql) {
        return database.sql(sql).bind("id", UUID.fromString(room)).then();
    }

    private long waiting() {
        return Objects.requireNonNull(database.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .mapValue(Long.class)
                .one()
                .block());
    }

    @Test
    void changesNothingAfterTheEnd() {
        String product = product(host, "Late");
        api.post("/v1/rooms/" + room + "/end", host, Map.of());
        Reply reply = api.put("/v1/rooms/" + room + "/stage", host, Map.of("productId", product));
        assertThat(reply.body().path("type").asString()).isEqualTo("/problems/room-ended");
    }

    private String product(Person owner, String title) {
        Reply reply = api.post("/v1/products", owner, Map.of("title", title));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    private static String type(JsonNode answer) {
        return answer.path("error").path("type").asString("");
    }
}
