package io.pasar.live.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveApi.Reply;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class RoomIT {

    @LocalServerPort
    private int port;

    private LiveApi api;
    private final Person host = Person.named("hana");
    private final Person other = Person.named("otto");

    @BeforeEach
    void knowThePort() {
        api = new LiveApi(port);
    }

    @Test
    void opensARoomForItsHost() {
        Reply reply = api.post("/v1/rooms", host, Map.of("title", "  Frühling  ", "startsAt", "2099-01-01T00:00:00Z"));
        assertThat(reply.status()).isEqualTo(400);
        reply = api.post("/v1/rooms", host, Map.of("title", "  Frühling  "));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/live/v1/rooms/" + id(reply));
        assertThat(text(reply, "title")).isEqualTo("Frühling");
        assertThat(text(reply, "state")).isEqualTo("scheduled");
        assertThat(text(reply, "visibility")).isEqualTo("public");
        assertThat(reply.body().path("host").path("id").asString())
                .isEqualTo(host.id().toString());
        assertThat(api.get("/v1/rooms/" + id(reply), null).body()).isEqualTo(reply.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /title",
                "{\"title\":null} | /title",
                "{\"title\":\"  \"} | /title",
                "{\"title\":7} | /title",
                "{\"title\":\"a\\u202eb\"} | /title",
                "{\"title\":\"a\\u0007b\"} | /title",
                "{\"title\":\"x\",\"visibility\":\"secret\"} | /visibility",
                "{\"title\":\"x\",\"startsAt\":\"tomorrow\"} | /startsAt",
                "{\"title\":\"x\",\"startsAt\":\"2020-01-01T00:00:00Z\"} | /startsAt",
                "{\"title\":\"x\",\"colour\":\"red\"} | /colour"
            })
    void refusesBadRooms(String body, String pointer) {
        Reply reply = api.call("POST", "/v1/rooms", host, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply, "type")).isEqualTo("/problems/invalid-request");
        assertThat(reply.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void refusesATitleThatIsTooLong() {
        assertThat(api.post("/v1/rooms", host, Map.of("title", "x".repeat(201))).status())
                .isEqualTo(400);
        assertThat(api.post("/v1/rooms", host, Map.of("title", "界".repeat(200))).status())
                .isEqualTo(201);
    }

    @Test
    void letsNobodyElseRunARoom() {
        String room = api.scheduledRoom(host);
        for (String action : List.of("start", "end")) {
            Reply byGuest = api.post("/v1/rooms/" + room + "/" + action, null, Map.of());
            assertThat(byGuest.status()).isEqualTo(401);
            Reply byOther = api.post("/v1/rooms/" + room + "/" + action, other, Map.of());
            assertThat(byOther.status()).isEqualTo(403);
            assertThat(text(byOther, "type")).isEqualTo("/problems/forbidden");
        }
        assertThat(api.post("/v1/rooms", null, Map.of("title", "x")).status()).isEqualTo(401);
        assertThat(text(api.get("/v1/rooms/" + room, null), "state")).isEqualTo("scheduled");
    }

    @Test
    void goesFromScheduledToLiveToEndedAndTellsTheRoomOnceEach() {
        String room = api.scheduledRoom(host);
        try (RoomClient guest = RoomClient.join(port, room, null)) {
            assertThat(text(api.post("/v1/rooms/" + room + "/end", host, Map.of()), "type"))
                    .isEqualTo("/problems/room-not-live");
            Reply started = api.post("/v1/rooms/" + room + "/start", host, Map.of());
            assertThat(text(started, "state")).isEqualTo("live");
            assertThat(api.post("/v1/rooms/" + room + "/start", host, Map.of()).body())
                    .isEqualTo(started.body());
            Reply ended = api.post("/v1/rooms/" + room + "/end", host, Map.of());
            assertThat(text(ended, "state")).isEqualTo("ended");
            assertThat(text(ended, "startedAt")).isEqualTo(text(started, "startedAt"));
            assertThat(api.post("/v1/rooms/" + room + "/end", host, Map.of()).status())
                    .isEqualTo(200);
            assertThat(text(api.post("/v1/rooms/" + room + "/start", host, Map.of()), "type"))
                    .isEqualTo("/problems/room-ended");
            guest.frame(frame -> frame.path("data").path("state").asString("").equals("ended"));
            assertThat(guest.kept())
                    .extracting(frame -> frame.path("data").path("state").asString())
                    .containsExactly("live", "ended");
        }
    }

    @Test
    void showsTheSummaryToTheHostAfterTheEnd() {
        String room = api.liveRoom(host);
        try (RoomClient guest = RoomClient.join(port, room, null);
                RoomClient member = RoomClient.join(port, room, other.token())) {
            member.ask("chat.send", Map.of("text", "one"));
            member.ask("chat.send", Map.of("text", "two"));
            guest.frame(frame -> frame.path("data").path("viewers").asInt() == 2);
        }
        assertThat(api.get("/v1/rooms/" + room, host).body().has("summary")).isFalse();
        api.post("/v1/rooms/" + room + "/end", host, Map.of());
        assertThat(api.get("/v1/rooms/" + room, other).body().has("summary")).isFalse();
        api.eventually(() -> {
            JsonNode summary = api.get("/v1/rooms/" + room, host).body().path("summary");
            assertThat(summary.path("chatMessages").asInt()).isEqualTo(2);
            assertThat(summary.path("peakViewers").asInt()).isEqualTo(2);
        });
    }

    @Test
    void listsPublicRoomsAndOnesOwnNewestFirstInPages() {
        Person lister = Person.named("lia");
        String secret = id(api.post("/v1/rooms", lister, Map.of("title", "Secret", "visibility", "private")));
        String first = api.liveRoom(lister);
        String second = api.scheduledRoom(lister);
        assertThat(ids(api.get("/v1/rooms?limit=3", lister))).containsExactly(second, first, secret);
        assertThat(ids(api.get("/v1/rooms?limit=2", null))).containsExactly(second, first);
        assertThat(ids(api.get("/v1/rooms?limit=1&state=live", null))).containsExactly(first);
        Reply page = api.get("/v1/rooms?limit=1", lister);
        Reply next = api.get("/v1/rooms?limit=1&after=" + text(page, "next"), lister);
        assertThat(ids(next)).containsExactly(first);
        assertThat(api.get("/v1/rooms?state=paused", null).status()).isEqualTo(400);
    }

    @Test
    void listsTheRoomsOfOneHost() {
        Person host = Person.named("hana");
        String secret = id(api.post("/v1/rooms", host, Map.of("title", "Secret", "visibility", "private")));
        String open = api.liveRoom(host);
        Person other = Person.named("otis");
        api.liveRoom(other);
        String path = "/v1/rooms?host=" + host.id();
        assertThat(ids(api.get(path, host))).containsExactly(open, secret);
        assertThat(ids(api.get(path, other))).containsExactly(open);
        assertThat(ids(api.get(path + "&state=scheduled", host))).containsExactly(secret);
        assertThat(ids(api.get(path + "&limit=1&after=" + text(api.get(path + "&limit=1", host), "next"), host)))
                .containsExactly(secret);
        assertThat(api.get("/v1/rooms?host=nobody", null).status()).isEqualTo(400);
    }

    @Test
    void hidesPrivateRoomsFromOthers() {
        String secret = id(api.post("/v1/rooms", host, Map.of("title", "Secret", "visibility", "private")));
        assertThat(api.get("/v1/rooms/" + secret, null).status()).isEqualTo(404);
        assertThat(api.get("/v1/rooms/" + secret, other).status()).isEqualTo(404);
        assertThat(api.post("/v1/rooms/" + secret + "/start", other, Map.of()).status())
                .isEqualTo(404);
        assertThat(api.get("/v1/rooms/" + secret, host).status()).isEqualTo(200);
    }

    @Test
    void knowsNoRoomThatDoesNotExist() {
        assertThat(api.get("/v1/rooms/" + UUID.randomUUID(), null).status()).isEqualTo(404);
        assertThat(api.get("/v1/rooms/1-1-1-1-1", null).status()).isIn(400, 404);
        assertThat(api.post("/v1/rooms/" + UUID.randomUUID() + "/start", host, Map.of())
                        .status())
                .isEqualTo(404);
    }

    private static List<String> ids(Reply reply) {
        return StreamSupport.stream(reply.body().path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String id(Reply reply) {
        return text(reply, "id");
    }

    private static String text(Reply reply, String field) {
        return reply.body().path(field).asString("");
    }
}
