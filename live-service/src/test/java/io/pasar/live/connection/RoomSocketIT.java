package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RawSocket;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import io.pasar.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class RoomSocketIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

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
            JsonNode answer = member.ask("chat.send", Map.of("text", "how much?"));
            assertThat(answer.path("data").path("seq").asLong()).isPositive();
            assertThat(guest.event("chat.message").path("data").path("text").asString())
                    .isEqualTo("how much?");
            assertThat(member.event("chat.message").path("seq").asLong())
                    .isEqualTo(answer.path("data").path("seq").asLong());
        }
    }

    @Test
    void greetsAGuestAndAMember() {
        try (RoomClient guest = RoomClient.open(port, room);
                RoomClient member = RoomClient.open(port, room)) {
            JsonNode greeting = guest.hello(null).path("data");
            assertThat(greeting.path("pingMs").asLong()).isEqualTo(25_000);
            assertThat(greeting.has("member")).isFalse();
            assertThat(UUID.fromString(greeting.path("session").asString()).version())
                    .isEqualTo(7);
            assertThat(member.hello(viewer.token())
                            .path("data")
                            .path("member")
                            .path("handle")
                            .asString())
                    .isEqualTo("vito");
        }
    }

    @Test
    void knowsTheMemberOfTheHandshakesToken() {
        try (RoomClient member = RoomClient.openWith(port, room, viewer.token())) {
            JsonNode greeting = member.hello(null).path("data");
            assertThat(greeting.path("member").path("id").asString())
                    .isEqualTo(viewer.id().toString());
        }
    }

    @Test
    void refusesTheHandshakeWithoutTheSubprotocol() {
        try (RawSocket none = RawSocket.open(port, room, Map.of());
                RawSocket other = RawSocket.open(port, room, Map.of("Sec-WebSocket-Protocol", "chat"))) {
            assertThat(none.handshake()).startsWith("HTTP/1.1 426");
            assertThat(other.handshake()).startsWith("HTTP/1.1 426");
        }
        assertThat(api.get("/v1/rooms/" + room + "/socket", null).status()).isEqualTo(426);
    }

    @Test
    void findsItsSubprotocolAmongOthersAndNegotiatesNoCompression() {
        Map<String, String> headers =
                Map.of("Sec-WebSocket-Protocol", "chat, pasar.v1", "Sec-WebSocket-Extensions", "permessage-deflate");
        try (RawSocket socket = RawSocket.open(port, room, headers)) {
            assertThat(socket.handshake())
                    .startsWith("HTTP/1.1 101")
                    .containsIgnoringCase("sec-websocket-protocol: pasar.v1")
                    .doesNotContainIgnoringCase("permessage-deflate");
        }
    }

    @Test
    void closesASocketOfARoomThatDoesNotExist() {
        try (RoomClient client = RoomClient.open(port, UUID.randomUUID().toString())) {
            assertThat(type(client.hello(null))).isEqualTo("/problems/not-found");
            assertThat(client.closeCode()).isEqualTo(4404);
        }
    }

    @Test
    void answersBadRequestForARoomIdThatIsNone() {
        assertThat(RawSocket.open(port, "1-1-1-1-1").handshake()).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "expired", "unsigned", "foreign", "confused", "tampered", "audience", "nonsense"})
    void closesASocketWithABadToken(String kind) {
        try (RoomClient client = RoomClient.open(port, room)) {
            JsonNode answer = client.hello(badToken(kind));
            assertThat(type(answer)).isEqualTo("/problems/invalid-token");
            assertThat(client.event("bye").path("data").path("code").asInt()).isEqualTo(4401);
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void saysThatATokenThatIsNoTextIsInvalid() {
        try (RoomClient client = RoomClient.open(port, room)) {
            assertThat(type(client.ask("hello", Map.of("token", 7)))).isEqualTo("/problems/invalid-request");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void wantsHelloFirst() {
        try (RoomClient client = RoomClient.open(port, room)) {
            client.say("room.join", Map.of());
            assertThat(client.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void takesHelloOnlyOnce() {
        try (RoomClient client = RoomClient.open(port, room)) {
            client.hello(null);
            assertThat(type(client.hello(viewer.token()))).isEqualTo("/problems/already-greeted");
        }
    }

    @Test
    void letsGuestsReadAndNothingElse() {
        try (RoomClient guest = RoomClient.join(port, room, null)) {
            assertThat(type(guest.ask("chat.send", Map.of("text", "hi")))).isEqualTo("/problems/unauthenticated");
            assertThat(type(guest.ask("reaction.add", Map.of("kind", "like")))).isEqualTo("/problems/unauthenticated");
            assertThat(guest.ask("ping", Map.of()).path("data").has("serverTime"))
                    .isTrue();
            assertThat(guest.ask("room.sync", Map.of("from", 1)).path("data").has("events"))
                    .isTrue();
        }
    }

    @Test
    void showsAPrivateRoomToItsHostOnly() {
        String secret = api.post("/v1/rooms", host, Map.of("title", "Preview", "visibility", "private"))
                .body()
                .path("id")
                .asString();
        try (RoomClient guest = RoomClient.open(port, secret);
                RoomClient stranger = RoomClient.open(port, secret);
                RoomClient owner = RoomClient.open(port, secret)) {
            guest.hello(null);
            assertThat(guest.closeCode()).isEqualTo(4404);
            stranger.hello(viewer.token());
            assertThat(stranger.closeCode()).isEqualTo(4404);
            owner.hello(host.token());
            assertThat(owner.ask("room.join", Map.of())
                            .path("data")
                            .path("snapshot")
                            .path("me")
                            .path("role")
                            .asString())
                    .isEqualTo("host");
        }
    }

    @Test
    void answersUnknownAndLaterCommands() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token())) {
            assertThat(type(member.ask("room.explode", Map.of()))).isEqualTo("/problems/unknown-command");
            assertThat(type(member.ask("member.ban", Map.of()))).isEqualTo("/problems/not-built-yet");
        }
    }

    @Test
    void wantsARoomToBeJoinedBeforeCommands() {
        try (RoomClient member = RoomClient.open(port, room)) {
            member.hello(viewer.token());
            assertThat(type(member.ask("chat.send", Map.of("text", "hi")))).isEqualTo("/problems/not-joined");
            assertThat(type(member.ask("room.sync", Map.of("from", 1)))).isEqualTo("/problems/not-joined");
        }
    }

    @Test
    void pointsToWhatIsWrongInAFrame() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token())) {
            JsonNode answer = member.ask("room.join", Map.of("since", Map.of("epoch", "x", "seq", -1)));
            assertThat(type(answer)).isEqualTo("/problems/invalid-request");
            assertThat(pointer(answer)).isEqualTo("/data/since/seq");
            assertThat(pointer(member.ask("room.sync", Map.of("from", "1")))).isEqualTo("/data/from");
            assertThat(pointer(member.ask("chat.send", Map.of("text", 7)))).isEqualTo("/data/text");
            assertThat(pointer(member.ask("chat.send", Map.of()))).isEqualTo("/data/text");
            assertThat(pointer(member.ask("reaction.add", Map.of("kind", "like", "count", 51))))
                    .isEqualTo("/data/count");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"id\":-1,\"type\":\"ping\"}", "{\"type\":\"ping\"}", "not json"})
    void closesOnFramesThatAreNoCommands(String text) {
        try (RoomClient client = RoomClient.join(port, room, null)) {
            client.text(text);
            assertThat(client.event("bye").path("data").path("code").asInt()).isEqualTo(4400);
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void closesOnABinaryFrame() {
        try (RoomClient client = RoomClient.join(port, room, null)) {
            client.binary(new byte[] {1, 2, 3});
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void closesOnAFrameThatIsTooBig() {
        try (RoomClient whole = RoomClient.join(port, room, viewer.token());
                RoomClient inParts = RoomClient.join(port, room, viewer.token());
                RawSocket huge = RawSocket.open(port, room)) {
            huge.frame(0x81, "x".repeat(40_000).getBytes(StandardCharsets.US_ASCII));
            assertThat(huge.closeCode()).isEqualTo(1009);
            whole.text("{\"id\":9,\"type\":\"ping\",\"x\":\"" + "x".repeat(16_384) + "\"}");
            assertThat(whole.closeCode()).isEqualTo(1009);
            inParts.part("{\"id\":9,\"type\":\"ping\",\"x\":\"" + "x".repeat(9_000), false);
            inParts.part("x".repeat(9_000) + "\"}", true);
            assertThat(inParts.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void takesAFrameOfAlmostSixteenKibibytesAndOneInParts() {
        try (RoomClient client = RoomClient.join(port, room, null)) {
            String padding = "x".repeat(16_300);
            client.text("{\"id\":91,\"type\":\"ping\",\"x\":\"" + padding + "\"}");
            assertThat(client.answer(91).has("data")).isTrue();
            client.part("{\"id\":92,\"type\":", false);
            client.part("\"ping\"}", true);
            assertThat(client.answer(92).has("data")).isTrue();
        }
    }

    @Test
    void takesAFrameThatArrivesByteByByte() {
        try (RawSocket socket = RawSocket.open(port, room)) {
            socket.textByteByByte("{\"id\":1,\"type\":\"hello\"}");
            assertThat(socket.read().text()).contains("\"re\":1");
        }
    }

    @Test
    void closesWhenAnIdIsUsedAgainBeforeItsAnswer() {
        try (RawSocket socket = RawSocket.open(port, room)) {
            String again = "{\"id\":1,\"type\":\"hello\"}";
            socket.texts(again, again, again, again, again, again);
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void answersEachIdOnceAndInOrder() {
        try (RoomClient client = RoomClient.join(port, room, viewer.token())) {
            for (int i = 0; i < 15; i++) {
                client.say("ping", Map.of());
            }
            client.ask("ping", Map.of());
            assertThat(client.frames().stream()
                            .filter(frame -> frame.has("re"))
                            .map(frame -> frame.path("re").asLong()))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSize(18);
        }
    }

    @Test
    void noticesThatAPeerHasLeftHalfway() {
        try (RawSocket socket = RawSocket.open(port, room)) {
            socket.text("{\"id\":1,\"type\":\"hello\"}");
            socket.read();
            socket.closeHalf();
            assertThat(socket.closeCode()).isEqualTo(1006);
        }
    }

    @Test
    void isOutsideAfterAJoinThatFailedAndInsideAfterTheNext() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token())) {
            database.sql("ALTER TABLE room_stage RENAME TO room_stage_away")
                    .then()
                    .block();
            try {
                assertThat(member.ask("room.join", Map.of()).has("error")).isTrue();
            } finally {
                database.sql("ALTER TABLE room_stage_away RENAME TO room_stage")
                        .then()
                        .block();
            }
            assertThat(type(member.ask("chat.send", Map.of("text", "anybody?"))))
                    .isEqualTo("/problems/not-joined");
            member.ask("room.join", Map.of());
            member.ask("chat.send", Map.of("text", "here again"));
            member.frame(frame -> frame.path("data").path("text").asString("").equals("here again"));
        }
    }

    @Test
    void givesTheSameAnswerToARepeatedKeyAndSpeaksOnce() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token())) {
            JsonNode first = member.ask("chat.send", Map.of("text", "once"), "key-1");
            JsonNode second = member.ask("chat.send", Map.of("text", "once"), "key-1");
            assertThat(second.path("data")).isEqualTo(first.path("data"));
            JsonNode reused = member.ask("chat.send", Map.of("text", "other"), "key-1");
            assertThat(type(reused)).isEqualTo("/problems/idempotency-key-reused");
            member.ask("chat.send", Map.of("text", "end"));
            member.frame(frame -> frame.path("data").path("text").asString("").equals("end"));
            assertThat(member.kept().stream()
                            .filter(frame ->
                                    frame.path("data").path("text").asString("").equals("once")))
                    .hasSize(1);
        }
    }

    @Test
    void doesNotRememberARefusalUnderAKey() {
        String scheduled = api.scheduledRoom(host);
        try (RoomClient member = RoomClient.join(port, scheduled, viewer.token())) {
            assertThat(type(member.ask("chat.send", Map.of("text", "early"), "key-2")))
                    .isEqualTo("/problems/room-not-live");
            api.post("/v1/rooms/" + scheduled + "/start", host, Map.of());
            assertThat(member.ask("chat.send", Map.of("text", "early"), "key-2")
                            .path("data")
                            .has("seq"))
                    .isTrue();
        }
    }

    private String badToken(String kind) {
        UUID id = viewer.id();
        return switch (kind) {
            case "forged" -> TestTokens.forged(id, "vito");
            case "expired" -> TestTokens.expired(id, "vito");
            case "unsigned" -> TestTokens.unsigned(id, "vito");
            case "foreign" -> TestTokens.foreign(id, "vito");
            case "confused" -> TestTokens.confused(id, "vito");
            case "tampered" -> TestTokens.tampered(id, host.id(), "vito");
            case "audience" -> TestTokens.forAnotherAudience(id, "vito");
            default -> "nonsense";
        };
    }

    private static String type(JsonNode answer) {
        return answer.path("error").path("type").asString("");
    }

    private static String pointer(JsonNode answer) {
        return answer.path("error").path("errors").path(0).path("pointer").asString("");
    }
}
