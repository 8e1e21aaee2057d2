package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RoomClient;
import io.pasar.test.TrustsTestIssuer;
import io.pasar.test.UsesServers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@UsesServers
@TrustsTestIssuer
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=live-service")
class RoomSocketIT {

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

    @Test
    void showsAMessageToEverybodyInTheRoom() {
        try (RoomClient guest = RoomClient.join(port, room, null);
                RoomClient member = RoomClient.join(port, room, viewer.token())) {
            var answer = member.ask("chat.send", Map.of("text", "how much?"));
            assertThat(answer.path("data").path("seq").asLong()).isPositive();
            assertThat(guest.event("chat.message").path("data").path("text").asString())
                    .isEqualTo("how much?");
            assertThat(member.event("chat.message").path("seq").asLong())
                    .isEqualTo(answer.path("data").path("seq").asLong());
        }
    }
}
