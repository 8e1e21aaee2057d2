package io.pasar.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.story.Market.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole story: a creator sells a real catalogue's product in a live room, what the market runs on is
/// killed in the middle of the show, and everything goes on where it was. Plays on a [Stage].
class StoryE2E {

    private static final int UNITS = 3;
    private static final int HOLD_SECONDS = 8;

    @TempDir
    Path home;

    @Test
    void aRoomSellsOutAcrossAKillOfEveryProcess() {
        try (Stage stage = Stage.chosen(home)) {
            Market market = stage.market();
            Person mira = market.signUp("mira", null);
            String code = mira.api()
                    .get("/community/v1/referrals/me")
                    .expect(200)
                    .path("code")
                    .asString();
            Person sari = market.signUp("sari", null);
            Person budi = market.signUp("budi", null);
            Person friend = market.signUp("friend", code);

            JsonNode job = market.importCatalogue(sari, "/story/apparel.csv");
            assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
            assertThat(job.path("done").asInt())
                    .isEqualTo(job.path("total").asInt())
                    .isPositive();
            JsonNode product = sari.api()
                    .get("/live/v1/products?limit=1")
                    .expect(200)
                    .path("items")
                    .path(0);
            writesLocalisedCopy(sari, product);

            String room = openRoom(sari);
            RoomClient viewer = RoomClient.connect(market.guest(), room);
            viewer.join(Optional.empty());
            RoomClient chatter = RoomClient.connect(budi.api(), room);
            JsonNode joined = chatter.join(Optional.empty());
            chatter.ask("chat.send", Api.JSON.createObjectNode().put("text", "Halo semua! 🌺"));
            viewer.await(
                    "chat.message",
                    data -> "Halo semua! 🌺".equals(data.path("text").asString()));
            assertThat(viewer.refused("chat.send", Api.JSON.createObjectNode().put("text", "hi"))
                            .path("type")
                            .asString())
                    .isEqualTo("/problems/unauthenticated");

            stage(sari, room, product);
            viewer.await("stage", _ -> true);
            String sale = openSale(sari, room, product);
            viewer.await("sale.opened", data -> data.toString().contains(sale));

            RoomClient buying = RoomClient.connect(friend.api(), room);
            buying.join(Optional.empty());
            JsonNode held = buyOverTheSocket(buying, sale);
            JsonNode order = market.order(friend, held.path("id").asString());
            market.pay(friend, order);
            buying.await(
                    "reservation", data -> "confirmed".equals(data.path("state").asString()));
            buying.await("order", data -> "paid".equals(data.path("state").asString()));
            buying.await("reward", _ -> true);
            viewer.await("stock", data -> data.path("available").asInt() == UNITS - 1);

            String lapsed = market.reserve(budi, sale);
            market.awaitState(budi, "/live/v1/reservations/" + lapsed, "expired");
            assertThat(saleOf(market.guest(), sale).path("available").asInt()).isEqualTo(UNITS - 1);

            JsonNode position = Api.JSON
                    .createObjectNode()
                    .put("epoch", joined.path("epoch").asString())
                    .put("seq", chatter.sequence().getLast());
            List<Long> seen = chatter.sequence();
            stage.fall(chatter);

            playOn(stage.market(), sari, budi, friend, mira, room, sale, product, position, seen);
            Promises.areKept(stage, UNITS - 1);

            stage.restart();
            everythingIsStillThere(stage.market(), sari, mira, room, sale);
        }
    }

    private void playOn(
            Market market,
            Person host,
            Person chatter,
            Person buyer,
            Person inviter,
            String room,
            String sale,
            JsonNode product,
            JsonNode position,
            List<Long> seen) {
        Person sari = market.backAgain(host);
        Person budi = market.backAgain(chatter);
        Person friend = market.backAgain(buyer);
        Person mira = market.backAgain(inviter);

        RoomClient resumed = RoomClient.connect(budi.api(), room);
        JsonNode joined = resumed.join(Optional.of(position));
        assertThat(joined.path("recovered").asBoolean()).as(joined.toString()).isTrue();
        resumed.ask("chat.send", Api.JSON.createObjectNode().put("text", "kembali lagi"));
        resumed.await(
                "chat.message", data -> "kembali lagi".equals(data.path("text").asString()));

        for (int unit = 1; unit < UNITS; unit++) {
            market.pay(budi, market.order(budi, market.reserve(budi, sale)));
        }
        resumed.await("sale.soldOut", _ -> true);
        budi.api()
                .post("/live/v1/sales/" + sale + "/reservations", "{\"quantity\":1}")
                .expectProblem(409, "/problems/sold-out");
        assertThat(resumed.sequence())
                .isEqualTo(LongStream.rangeClosed(
                                seen.getLast() + 1, resumed.sequence().getLast())
                        .boxed()
                        .toList());

        postsAndIsSeen(budi, friend, product);
        JsonNode balance = awaitReward(mira);
        assertThat(balance.path("pending").asString()).isEqualTo("100");
        assertThat(awaitReward(friend).path("pending").asString()).isEqualTo("100");

        sari.api().post("/live/v1/rooms/" + room + "/end", "{}").expect(200);
        JsonNode summary = sari.api().get("/live/v1/rooms/" + room).expect(200).path("summary");
        assertThat(summary.path("soldUnits").asInt()).as(summary.toString()).isEqualTo(UNITS);
        assertThat(saleOf(market.guest(), sale).path("sold").asInt()).isEqualTo(UNITS);
        awaitSoldCount(market.guest(), product);
    }

    private static void everythingIsStillThere(Market market, Person host, Person inviter, String room, String sale) {
        Person sari = market.backAgain(host);
        JsonNode ended = sari.api().get("/live/v1/rooms/" + room).expect(200);
        assertThat(ended.path("state").asString()).isEqualTo("ended");
        assertThat(ended.path("summary").path("soldUnits").asInt()).isEqualTo(UNITS);
        assertThat(saleOf(market.guest(), sale).path("sold").asInt()).isEqualTo(UNITS);
        assertThat(awaitReward(market.backAgain(inviter)).path("pending").asString())
                .isEqualTo("100");
    }

    private static void writesLocalisedCopy(Person sari, JsonNode product) {
        ObjectNode body = Api.JSON.createObjectNode().put("market", "ID").put("locale", "id");
        body.putObject("product")
                .put("name", product.path("title").asString())
                .putObject("facts")
                .put("material", "cotton")
                .put("colour", "blue");
        body.putArray("kinds").add("title").add("bullets");
        JsonNode answer = sari.api().post("/content/v1/copy", body.toString()).expect(200);
        assertThat(answer.path("copy").path("title").asString()).isNotBlank();
        assertThat(answer.path("copy").path("bullets").toString()).contains("katun", "biru");
        assertThat(answer.path("model").path("provider").asString()).isEqualTo("builtin");
    }

    private static String openRoom(Person sari) {
        String room = sari.api()
                .post("/live/v1/rooms", "{\"title\":\"Sari's Sunday show\"}")
                .expect(201)
                .path("id")
                .asString();
        sari.api().post("/live/v1/rooms/" + room + "/start", "{}").expect(200);
        return room;
    }

    private static void stage(Person sari, String room, JsonNode product) {
        sari.api()
                .put(
                        "/live/v1/rooms/" + room + "/stage",
                        "{\"productId\":\"" + product.path("id").asString() + "\"}")
                .expect(200);
    }

    private static String openSale(Person sari, String room, JsonNode product) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("skuId", product.path("variants").path(0).path("id").asString())
                .put("stock", UNITS)
                .put("perMember", UNITS)
                .put("holdSeconds", HOLD_SECONDS);
        body.putObject("price").put("amount", "39.90").put("currency", "USD");
        return sari.api()
                .post("/live/v1/rooms/" + room + "/sales", body.toString())
                .expect(201)
                .path("id")
                .asString();
    }

    private static JsonNode buyOverTheSocket(RoomClient socket, String sale) {
        return socket.ask(
                "sale.reserve", Api.JSON.createObjectNode().put("saleId", sale).put("quantity", 1));
    }

    private static void postsAndIsSeen(Person author, Person follower, JsonNode product) {
        follower.api()
                .put("/community/v1/members/" + author.id() + "/follow", "{}")
                .expect(204);
        ObjectNode post = Api.JSON.createObjectNode().put("text", "Bajunya bagus sekali!");
        post.putArray("products").add(product.path("id").asString());
        String id = author.api()
                .post("/community/v1/posts", post.toString())
                .expect(201)
                .path("id")
                .asString();
        JsonNode feed = Awaitility.await("the post in the feed")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> follower.api().get("/community/v1/feed").expect(200),
                        answer -> answer.path("items").toString().contains(id));
        assertThat(feed.path("items").path(0).path("products").toString())
                .contains(product.path("id").asString());
    }

    private static void awaitSoldCount(Api api, JsonNode product) {
        String path = "/live/v1/products/" + product.path("id").asString();
        Awaitility.await("the sold count")
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.get(path).expect(200).path("soldCount").asInt(), sold -> sold == UNITS);
    }

    private static JsonNode awaitReward(Person person) {
        return Awaitility.await("the reward")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> person.api()
                                .get("/community/v1/rewards/balance")
                                .expect(200)
                                .path("balances")
                                .path(0),
                        balance -> !"0".equals(balance.path("pending").asString()));
    }

    private static JsonNode saleOf(Api api, String sale) {
        return api.get("/live/v1/sales/" + sale).expect(200);
    }
}
