package io.pasar.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.standalone.StandaloneProcess;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoMarketE2E {

    private static final Duration ALIVE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path home;
    private StandaloneProcess pasar;
    private Api guest;

    @BeforeEach
    void prepare() {
        home = folder.resolve("home");
        pasar = StandaloneProcess.in(home);
        guest = Api.guest(pasar.uri("/"));
    }

    @AfterEach
    void stop() {
        pasar.close();
    }

    @Test
    void isAliveSoonAfterTheFirstStartAndAgainAfterTheNextOnes() throws Exception {
        pasar.without("PASAR_DEMO").start();
        assertThat(pasar.output().lines().toList().getLast()).startsWith("Pasar is ready at ");
        assertThat(pasar.output()).contains("PASAR_DEMO=false");
        String room = liveRoom();
        stockFalls(room);
        chatFlows(room);
        showsItsGoods(room);
        await().atMost(ALIVE).untilAsserted(() -> assertThat(rooms("scheduled")).hasSize(2));
        List<String> scheduled = rooms("scheduled");

        assertThat(pasar.interrupt()).isEqualTo(130);
        assertThat(pasar.output()).endsWith("Pasar stops\nPasar has stopped; its data are kept\n");
        pasar.start();

        stockFalls(room);
        assertThat(rooms("live")).containsExactly(room);
        assertThat(rooms("scheduled")).containsExactlyElementsOf(scheduled);
        hasEverythingOnce();
        keepsItsSecrets();
    }

    @Test
    void staysAwayIfItIsNotWanted() {
        pasar.with("PASAR_DEMO", "false").start();
        assertThat(pasar.output()).doesNotContain("demo");
        assertThat(home.resolve("demo")).doesNotExist();
        pasar.terminate();

        pasar.without("PASAR_DEMO").start();

        assertThat(pasar.output()).doesNotContain("demo");
        assertThat(home.resolve("demo")).doesNotExist();
        assertThat(guest.get("/live/v1/rooms").expect(200).path("items").isEmpty())
                .isTrue();
    }

    private String liveRoom() {
        await("a live room").atMost(ALIVE).until(() -> rooms("live").size() == 1);
        return rooms("live").getFirst();
    }

    private void stockFalls(String room) {
        JsonNode first = await("an open sale")
                .atMost(ALIVE)
                .until(() -> openSale(room), Optional::isPresent)
                .orElseThrow();
        String sale = "/live/v1/sales/" + first.path("id").asString();
        await("a purchase")
                .atMost(ALIVE)
                .until(() -> guest.get(sale).expect(200).path("sold").asInt()
                        > first.path("sold").asInt());
    }

    private void chatFlows(String room) {
        RoomClient visitor = RoomClient.connect(guest, room);
        visitor.join(Optional.empty());
        int said = visitor.sequence().size();
        await("chat")
                .atMost(ALIVE)
                .until(() -> visitor.find("chat.message", _ -> true).isPresent()
                        && visitor.sequence().size() > said + 1);
    }

    private void showsItsGoods(String room) throws IOException, InterruptedException {
        String product = openSale(room).orElseThrow().path("productId").asString();
        String picture = guest.get("/live/v1/products/" + product)
                .expect(200)
                .path("images")
                .path(0)
                .path("src")
                .asString();
        HttpResponse<String> shown =
                guest.http().send(HttpRequest.newBuilder(pasar.uri(picture)).build(), BodyHandlers.ofString());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    }

    private void hasEverythingOnce() throws IOException {
        JsonNode notes = Api.JSON.readTree(Files.readString(home.resolve("demo/market.json")));
        var signIn = Api.JSON
                .createObjectNode()
                .put("handle", "lucia.cuero")
                .put("password", notes.path("password of lucia.cuero").asString());
        Api creator = guest.as(guest.post("/community/v1/tokens", signIn.toString())
                .expect(200)
                .path("accessToken")
                .asString());
        assertThat(creator.get("/live/v1/products").expect(200).path("items").size())
                .isEqualTo(3);
        assertThat(creator.get("/community/v1/members/me")
                        .expect(200)
                        .path("followers")
                        .asInt())
                .isPositive();
    }

    private void keepsItsSecrets() throws IOException {
        JsonNode notes = Api.JSON.readTree(Files.readString(home.resolve("demo/market.json")));
        String log = pasar.output() + Files.readString(home.resolve("logs/pasar.log"));
        assertThat(notes.propertyStream().filter(entry -> entry.getKey().startsWith("password")))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(log).doesNotContain(entry.getValue().asString()));
        assertThat(log).doesNotContain("Bearer ey");
    }

    private List<String> rooms(String state) {
        return guest.get("/live/v1/rooms?state=" + state)
                .expect(200)
                .path("items")
                .valueStream()
                .map(room -> room.path("id").asString())
                .toList();
    }

    private Optional<JsonNode> openSale(String room) {
        return guest.get("/live/v1/rooms/" + room + "/sales")
                .expect(200)
                .path("items")
                .valueStream()
                .filter(sale -> sale.path("state").asString().equals("open"))
                .findFirst();
    }
}
