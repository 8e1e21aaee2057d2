package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RawSocket;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// A viewer that does not read costs nobody else anything.
@UsesLiveService
@TestPropertySource(
        properties = {
            "pasar.socket.frames-queued-max=50",
            "pasar.limits.chat-send.burst=100000",
            "pasar.socket.commands-per-second=2000",
            "pasar.socket.commands-burst=4000",
        })
class SlowViewerIT {

    @LocalServerPort
    private int port;

    private LiveApi api;
    private final Person host = Person.named("hana");
    private final Person viewer = Person.named("vito");
    private String room;

    @BeforeEach
    void openRoom() {
        api = new LiveApi(port);
        room = api.liveRoom(host);
    }

    /// The slow one's kernel takes a few kilobytes; 4 MB of chat cannot fit anywhere else than in its queue.
    @Test
    void closesAPeerThatDoesNotReadWhileTheOthersHearEverything() {
        try (RawSocket slow = RawSocket.narrow(port, room);
                RoomClient healthy = RoomClient.join(port, room, null);
                RoomClient speaker = RoomClient.join(port, room, viewer.token())) {
            slow.texts("{\"id\":1,\"type\":\"hello\"}", "{\"id\":2,\"type\":\"room.join\"}");
            api.eventually(() -> assertThat(viewers()).isEqualTo(3));
            String long500 = "漢".repeat(500);
            for (int i = 0; i < 3_000 && viewersFast(speaker) > 2; i++) {
                speaker.ask("chat.send", Map.of("text", long500));
            }
            api.eventually(() -> assertThat(viewers()).isEqualTo(2));
            long last = speaker.ask("chat.send", Map.of("text", "end"))
                    .path("data")
                    .path("seq")
                    .asLong();
            healthy.frame(frame -> frame.path("seq").asLong() == last);
            List<Long> heard = healthy.kept().stream()
                    .map(frame -> frame.path("seq").asLong())
                    .toList();
            assertThat(heard).isSorted().doesNotHaveDuplicates();
            assertThat(last - heard.getFirst() + 1).isEqualTo(heard.size());
        }
    }

    private long viewersFast(RoomClient client) {
        return client.frames().reversed().stream()
                .filter(frame -> frame.path("type").asString("").equals("viewers"))
                .findFirst()
                .map(frame -> frame.path("data").path("viewers").asLong())
                .orElse(99L);
    }

    private int viewers() {
        return api.get("/v1/rooms/" + room, null).body().path("viewers").asInt();
    }
}
