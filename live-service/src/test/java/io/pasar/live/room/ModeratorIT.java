package io.pasar.live.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveApi.Reply;
import io.pasar.live.RoomClient;
import io.pasar.live.Shop;
import io.pasar.live.UsesLiveService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What moderators may do, what stays the host's, and that an end of it is an end at once.
@UsesLiveService
class ModeratorIT {

    @LocalServerPort
    private int port;

    private LiveApi api;
    private Shop shop;
    private final Person mona = Person.named("mona");
    private final Person vito = Person.named("vito");

    @BeforeEach
    void openTheShop() {
        api = new LiveApi(port);
        shop = Shop.open(port);
    }

    @Test
    void listsThoseTheHostAppointed() {
        Instant before = Instant.now().minusSeconds(60);
        assertThat(appoint(mona).status()).isEqualTo(204);
        assertThat(appoint(mona).status()).isEqualTo(204);
        assertThat(appoint(vito).status()).isEqualTo(204);
        JsonNode items = api.get(moderators(), shop.host()).body().path("items");
        assertThat(items.valueStream().map(item -> item.path("id").asString()))
                .containsExactly(mona.id().toString(), vito.id().toString());
        assertThat(Instant.parse(items.path(0).path("appointedAt").asString())).isAfter(before);
        assertThat(api.get(moderators(), mona).body().path("items")).isEqualTo(items);
        assertThat(dismiss(mona).status()).isEqualTo(204);
        assertThat(dismiss(mona).status()).isEqualTo(204);
        assertThat(api.get(moderators(), shop.host()).body().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void letsAModeratorRunTheRoomOverTheSocket() {
        appoint(mona);
        try (RoomClient viewer = RoomClient.join(port, shop.room(), vito.token());
                RoomClient moderator = RoomClient.open(port, shop.room())) {
            moderator.hello(mona.token());
            JsonNode me = moderator
                    .ask("room.join", Map.of())
                    .path("data")
                    .path("snapshot")
                    .path("me");
            assertThat(me.path("role").asString()).isEqualTo("moderator");
            JsonNode said = viewer.ask("chat.send", Map.of("text", "hello")).path("data");
            long seq = said.path("seq").asLong();
            assertThat(problem(moderator.ask("chat.pin", Map.of("seq", seq)))).isEmpty();
            assertThat(problem(moderator.ask("chat.delete", Map.of("seq", seq))))
                    .isEmpty();
            assertThat(problem(moderator.ask("stage.set", Map.of("productId", shop.productId()))))
                    .isEmpty();
            String sale =
                    moderator.ask("sale.open", offer()).path("data").path("id").asString();
            assertThat(problem(moderator.ask("sale.close", Map.of("saleId", sale))))
                    .isEmpty();
            moderator.ask("chat.send", Map.of("text", "welcome"));
            assertThat(viewer.frame(frame ->
                                    frame.path("data").path("text").asString("").equals("welcome"))
                            .path("data")
                            .path("role")
                            .asString())
                    .isEqualTo("moderator");
        }
    }

    @Test
    void letsAModeratorRunTheRoomOverHttp() {
        appoint(mona);
        assertThat(api.put(room() + "/stage", mona, Map.of("productId", shop.productId()))
                        .status())
                .isEqualTo(200);
        String sale = shop.createSale(mona, Map.of()).expect(201).text("id");
        assertThat(shop.saleNow(sale).path("sellerId").asString())
                .isEqualTo(shop.host().id().toString());
        shop.post("/v1/sales/" + sale + "/close", mona, null).expect(200);
    }

    @Test
    void keepsTheHostsOwnMattersFromModerators() {
        appoint(mona);
        String order = shop.buy(vito, shop.sale(5, 5, 60)).path("id").asString();
        assertThat(shop.post("/v1/orders/" + order + "/refunds", mona, Map.of()).problem())
                .isEqualTo("404 /problems/not-found");
        assertThat(api.call("PUT", moderators() + "/" + vito.id(), mona, null).status())
                .isEqualTo(403);
        assertThat(api.call("DELETE", moderators() + "/" + mona.id(), mona, null)
                        .status())
                .isEqualTo(403);
        for (String action : List.of("/start", "/end")) {
            assertThat(api.post(room() + action, mona, Map.of()).status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(api.get(room(), null).body().path("state").asString()).isEqualTo("live");
    }

    @Test
    void takesEffectAtOnceForSocketsThatAreOpen() {
        try (RoomClient member = RoomClient.join(port, shop.room(), mona.token())) {
            Map<String, Object> stage = Map.of("productId", shop.productId());
            assertThat(problem(member.ask("stage.set", stage))).isEqualTo("/problems/forbidden");
            appoint(mona);
            assertThat(problem(member.ask("stage.set", stage))).isEmpty();
            JsonNode told = member.event("moderation").path("data");
            assertThat(told.path("roomId").asString()).isEqualTo(shop.room());
            assertThat(told.path("role").asString()).isEqualTo("moderator");
            String sale =
                    member.ask("sale.open", offer()).path("data").path("id").asString();
            dismiss(mona);
            assertThat(problem(member.ask("sale.close", Map.of("saleId", sale))))
                    .isEqualTo("/problems/forbidden");
            assertThat(problem(member.ask("sale.open", offer()))).isEqualTo("/problems/forbidden");
            assertThat(problem(member.ask("stage.set", stage))).isEqualTo("/problems/forbidden");
            assertThat(problem(member.ask("chat.pin", new HashMap<>()))).isEqualTo("/problems/forbidden");
            assertThat(api.put(room() + "/stage", mona, stage).status()).isEqualTo(403);
            assertThat(api.get(moderators(), mona).status()).isEqualTo(403);
            member.frame(frame -> frame.path("data").path("role").asString("").equals("viewer")
                    && frame.path("type").asString("").equals("moderation"));
        }
    }

    @Test
    void takesAsManyAsARoomMayHaveAndNoMoreWhoeverComesAtOnce() {
        List<Callable<Integer>> appointments = Stream.generate(() -> Person.named("many"))
                .limit(60)
                .<Callable<Integer>>map(person -> () -> appoint(person).status())
                .toList();
        List<Integer> answers = Shop.together(appointments);
        assertThat(answers).containsOnly(204, 409);
        assertThat(answers.stream().filter(status -> status == 204)).hasSize(50);
        assertThat(type(appoint(mona))).isEqualTo("/problems/too-many-moderators");
        String one = api.get(moderators(), shop.host())
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(api.call("PUT", moderators() + "/" + one, shop.host(), null).status())
                .as("somebody who is one already")
                .isEqualTo(204);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(api.call("PUT", moderators() + "/x", shop.host(), null).status())
                .isEqualTo(400);
        assertThat(type(appoint(shop.host()))).isEqualTo("/problems/conflict");
        assertThat(api.call("PUT", moderators() + "/" + mona.id(), null, null).status())
                .isEqualTo(401);
        assertThat(api.call("PUT", moderators() + "/" + vito.id(), vito, null).status())
                .isEqualTo(403);
        assertThat(api.get(moderators(), null).status()).isEqualTo(401);
        String nowhere = "/v1/rooms/" + UUID.randomUUID() + "/moderators/" + mona.id();
        assertThat(api.call("PUT", nowhere, shop.host(), null).status()).isEqualTo(404);
        String secret = api.post("/v1/rooms", shop.host(), Map.of("title", "Hush", "visibility", "private"))
                .body()
                .path("id")
                .asString();
        String path = "/v1/rooms/" + secret + "/moderators/" + mona.id();
        assertThat(type(api.call("PUT", path, shop.host(), null))).isEqualTo("/problems/room-private");
        assertThat(api.call("PUT", path, vito, null).status()).isEqualTo(404);
        api.post(room() + "/end", shop.host(), Map.of());
        assertThat(type(appoint(mona))).isEqualTo("/problems/room-ended");
    }

    private Map<String, Object> offer() {
        return Map.of("skuId", shop.sku(), "price", Map.of("amount", "9.90", "currency", "EUR"), "stock", 3);
    }

    private Reply appoint(Person person) {
        return api.call("PUT", moderators() + "/" + person.id(), shop.host(), null);
    }

    private Reply dismiss(Person person) {
        return api.call("DELETE", moderators() + "/" + person.id(), shop.host(), null);
    }

    private String room() {
        return "/v1/rooms/" + shop.room();
    }

    private String moderators() {
        return room() + "/moderators";
    }

    private static String type(Reply reply) {
        return reply.body().path("type").asString("");
    }

    private static String problem(JsonNode answer) {
        return answer.path("error").path("type").asString("");
    }
}
