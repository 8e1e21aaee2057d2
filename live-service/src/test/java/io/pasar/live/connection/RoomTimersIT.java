package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RawSocket;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import io.pasar.test.TestTokens;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What happens on a socket as time passes, or too much of something comes, with short times and small bounds.
@UsesLiveService
@TestPropertySource(
        properties = {
            "pasar.socket.hello-within=1s",
            "pasar.socket.ping-after=1s",
            "pasar.socket.pong-within=1s",
            "pasar.socket.close-within=2s",
            "pasar.socket.tick=50ms",
            "pasar.socket.refusals-max=10",
            "pasar.socket.sockets-max=12",
        })
class RoomTimersIT {

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
    void closesASocketThatSaysNoHello() {
        try (RoomClient silent = RoomClient.open(port, room)) {
            assertThat(silent.closeCode()).isEqualTo(4408);
            assertThat(silent.event("bye").path("data").has("retryAfterMs")).isFalse();
        }
    }

    @Test
    void closesASocketWhosePeerDoesNotAnswerAPing() {
        try (RawSocket dead = RawSocket.open(port, room)) {
            dead.text("{\"id\":1,\"type\":\"hello\"}");
            dead.ping();
            assertThat(dead.closeCode()).isEqualTo(4504);
        }
    }

    @Test
    void keepsAQuietSocketWhosePeerAnswersPings() {
        try (RoomClient quiet = RoomClient.join(port, room, null);
                RawSocket clock = RawSocket.open(port, room)) {
            clock.text("{\"id\":1,\"type\":\"hello\"}");
            clock.ping();
            assertThat(clock.closeCode()).isEqualTo(4504);
            assertThat(quiet.isClosed()).isFalse();
            assertThat(quiet.ask("ping", Map.of()).has("data")).isTrue();
        }
    }

    @Test
    void endsTheSessionWithItsToken() {
        String soonOver = TestTokens.validFor(viewer.id(), "vito", Duration.ofSeconds(3));
        try (RoomClient member = RoomClient.join(port, room, soonOver)) {
            assertThat(member.isClosed()).isFalse();
            assertThat(member.closeCode()).isEqualTo(4401);
            assertThat(member.event("bye").path("data").path("code").asInt()).isEqualTo(4401);
        }
    }

    @Test
    void refusesCommandsThatComeTooFastAndThenClosesAFlood() {
        try (RoomClient flooder = RoomClient.join(port, room, null)) {
            sendUntilClosed(flooder);
            assertThat(flooder.closeCode()).isEqualTo(4429);
            JsonNode refusal = flooder.frame(frame -> frame.has("error"));
            assertThat(refusal.path("error").path("type").asString()).isEqualTo("/problems/too-many-requests");
            assertThat(refusal.path("error").path("retryAfterMs").asLong()).isPositive();
        }
    }

    @Test
    void takesNoMoreSocketsThanItMay() {
        List<RoomClient> clients = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            clients.add(RoomClient.open(port, room));
                        }
                    })
                    .hasStackTraceContaining("WebSocketHandshakeException");
            assertThat(clients).hasSizeBetween(10, 12);
        } finally {
            clients.forEach(RoomClient::close);
        }
        api.eventually(() -> RoomClient.join(port, room, null).close());
    }

    private static void sendUntilClosed(RoomClient client) {
        try {
            while (!client.isClosed()) {
                client.say("ping", Map.of());
            }
        } catch (CompletionException closedMeanwhile) {
            assertThat(closedMeanwhile).hasRootCauseInstanceOf(IOException.class);
        }
    }
}
