package io.pasar.live.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import io.pasar.live.presence.CountScript.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class PresenceIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RedisClusterReactiveCommands<String, String> redis;

    private LiveApi api;
    private final Person host = Person.named("hana");
    private String room;

    @BeforeEach
    void openRoom() {
        api = new LiveApi(port);
        room = api.liveRoom(host);
    }

    @Test
    void tellsHowManyWatchAndHowManyDidAtMost() {
        try (RoomClient first = RoomClient.join(port, room, null)) {
            first.frame(frame -> viewers(frame) == 1);
            try (RoomClient second = RoomClient.join(port, room, host.token())) {
                second.frame(frame -> viewers(frame) == 2);
                assertThat(api.get("/v1/rooms/" + room, null)
                                .body()
                                .path("viewers")
                                .asInt())
                        .isEqualTo(2);
            }
            JsonNode alone = first.frame(frame ->
                    viewers(frame) == 1 && frame.path("data").path("peak").asInt() == 2);
            assertThat(alone.has("seq")).isFalse();
        }
        api.eventually(() -> {
            JsonNode view = api.get("/v1/rooms/" + room, null).body();
            assertThat(view.path("viewers").asInt()).isZero();
            assertThat(view.path("peak").asInt()).isEqualTo(2);
        });
    }

    @Test
    void addsUpReactionsAndSendsFarFewerFramesThanLikes() {
        try (RoomClient guest = RoomClient.join(port, room, null);
                RoomClient fan = RoomClient.join(port, room, host.token())) {
            for (int i = 0; i < 30; i++) {
                fan.say("reaction.add", Map.of("kind", "like", "count", 10));
            }
            fan.ask("reaction.add", Map.of("kind", "fire"));
            guest.frame(frame -> total(frame, "like") == 300 && total(frame, "fire") == 1);
            assertThat(guest.frames().stream()
                            .filter(frame -> frame.path("type").asString("").equals("reactions")))
                    .hasSizeLessThan(10);
        }
        try (RoomClient late = RoomClient.open(port, room)) {
            late.hello(null);
            JsonNode counts = late.ask("room.join", Map.of())
                    .path("data")
                    .path("snapshot")
                    .path("counts");
            assertThat(counts.path("reactions").path("like").asInt()).isEqualTo(300);
        }
    }

    @Test
    void addsUpNodesAndForgetsOneThatReportsNoMore() {
        PresenceProperties settings = new PresenceProperties(
                Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofDays(30));
        CountScript count = new CountScript(redis, settings);
        RoomId id = new RoomId(UUID.randomUUID());
        Instant now = Instant.now();
        StepVerifier.create(count.run(id, "a", 3, now))
                .expectNext(new Count(3, 3, true))
                .verifyComplete();
        StepVerifier.create(count.run(id, "b", 4, now.plusSeconds(10)))
                .expectNext(new Count(7, 7, true))
                .verifyComplete();
        StepVerifier.create(count.run(id, "b", 4, now.plusSeconds(12)))
                .expectNext(new Count(7, 7, false))
                .verifyComplete();
        StepVerifier.create(count.run(id, "b", 4, now.plusSeconds(16)))
                .expectNext(new Count(4, 7, true))
                .verifyComplete();
        StepVerifier.create(count.run(id, "b", 0, now.plusSeconds(17)))
                .expectNext(new Count(0, 7, true))
                .verifyComplete();
    }

    private static int viewers(JsonNode frame) {
        return frame.path("type").asString("").equals("viewers")
                ? frame.path("data").path("viewers").asInt()
                : -1;
    }

    private static int total(JsonNode frame, String kind) {
        return frame.path("data").path("totals").path(kind).asInt();
    }
}
