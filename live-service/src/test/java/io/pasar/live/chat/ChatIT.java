package io.pasar.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RoomClient;
import io.pasar.live.UsesLiveService;
import io.pasar.live.connection.KeptEventStore;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class ChatIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private KeptEventStore log;

    private LiveApi api;
    private final Person host = Person.named("hana");
    private final Person viewer = Person.named("vito");
    private final Person other = Person.named("otto");
    private String room;

    @BeforeEach
    void openRoom() {
        api = new LiveApi(port);
        room = api.liveRoom(host);
    }

    @Test
    void saysWhoSpeaksAndInWhatRole() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token());
                RoomClient owner = RoomClient.join(port, room, host.token())) {
            long question = seq(member.ask("chat.send", Map.of("text", "  how much? ")));
            long reply = seq(owner.ask("chat.send", Map.of("text", "19.90", "replyTo", question)));
            JsonNode asked = member.frame(frame -> frame.path("seq").asLong() == question);
            JsonNode replied = member.frame(frame -> frame.path("seq").asLong() == reply);
            assertThat(asked.path("data").path("text").asString()).isEqualTo("how much?");
            assertThat(asked.path("data").path("role").asString()).isEqualTo("viewer");
            assertThat(asked.path("data").path("member").path("handle").asString())
                    .isEqualTo("vito");
            assertThat(asked.path("data").has("replyTo")).isFalse();
            assertThat(replied.path("data").path("role").asString()).isEqualTo("host");
            assertThat(replied.path("data").path("replyTo").asLong()).isEqualTo(question);
        }
    }

    @Test
    void refusesWhatIsNoMessage() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token())) {
            assertThat(type(member.ask("chat.send", Map.of("text", "\u202eevil"))))
                    .isEqualTo("/problems/invalid-request");
            assertThat(type(member.ask("chat.send", Map.of("text", "x".repeat(501)))))
                    .isEqualTo("/problems/invalid-request");
            JsonNode answer = member.ask("chat.send", Map.of("text", "to nobody", "replyTo", 999));
            assertThat(answer.path("error")
                            .path("errors")
                            .path(0)
                            .path("pointer")
                            .asString())
                    .isEqualTo("/data/replyTo");
        }
    }

    @Test
    void isSilentBeforeTheStartAndAfterTheEnd() {
        String later = api.scheduledRoom(host);
        try (RoomClient member = RoomClient.join(port, later, viewer.token())) {
            assertThat(type(member.ask("chat.send", Map.of("text", "early")))).isEqualTo("/problems/room-not-live");
            api.post("/v1/rooms/" + later + "/start", host, Map.of());
            assertThat(member.ask("chat.send", Map.of("text", "hello")).has("data"))
                    .isTrue();
            api.post("/v1/rooms/" + later + "/end", host, Map.of());
            assertThat(type(member.ask("chat.send", Map.of("text", "late")))).isEqualTo("/problems/room-not-live");
        }
    }

    @Test
    void takesAMessageOutOfTheRoomAndItsHistory() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token());
                RoomClient stranger = RoomClient.join(port, room, other.token())) {
            long seq = seq(member.ask("chat.send", Map.of("text", "my address is 5 Elm St")));
            assertThat(type(stranger.ask("chat.delete", Map.of("seq", seq)))).isEqualTo("/problems/forbidden");
            member.ask("chat.delete", Map.of("seq", seq));
            JsonNode deleted = stranger.event("chat.deleted");
            assertThat(deleted.path("data").path("seq").asLong()).isEqualTo(seq);
            assertThat(type(member.ask("chat.delete", Map.of("seq", seq)))).isEqualTo("/problems/not-found");
        }
        try (RoomClient late = RoomClient.open(port, room)) {
            late.hello(null);
            JsonNode joined = late.ask("room.join", Map.of()).path("data");
            assertThat(joined.toString()).doesNotContain("Elm").contains("\"deleted\":true");
            JsonNode synced = late.ask("room.sync", Map.of("from", 1)).path("data");
            assertThat(synced.toString()).doesNotContain("Elm");
        }
    }

    @Test
    void letsTheHostDeleteAnybodysMessageAndKeepsItInTheArchiveMarked() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token());
                RoomClient owner = RoomClient.join(port, room, host.token())) {
            long seq = seq(member.ask("chat.send", Map.of("text", "spam")));
            assertThat(owner.ask("chat.delete", Map.of("seq", seq)).has("data")).isTrue();
        }
        api.eventually(() -> StepVerifier.create(
                        database.sql("SELECT body FROM chat_archive WHERE room_id = :room AND deleted_by = :host")
                                .bind("room", UUID.fromString(room))
                                .bind("host", host.id())
                                .map(row -> row.get(0, String.class))
                                .all())
                .expectNext("spam")
                .verifyComplete());
    }

    @Test
    void saysWhenSomebodyMaySpeakAgainWhoSpeaksTooMuch() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token())) {
            for (int i = 0; i < 30; i++) {
                member.say("chat.send", Map.of("text", "flood " + i));
            }
            JsonNode error = member.frame(frame -> frame.has("error")).path("error");
            assertThat(error.path("type").asString()).isEqualTo("/problems/too-many-requests");
            assertThat(error.path("retryAfterMs").asLong()).isBetween(1L, 5_000L);
        }
    }

    @Test
    void pinsAMessageUntilItIsUnpinned() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token());
                RoomClient owner = RoomClient.join(port, room, host.token())) {
            long seq = seq(member.ask("chat.send", Map.of("text", "ships on Monday")));
            assertThat(type(member.ask("chat.pin", Map.of("seq", seq)))).isEqualTo("/problems/forbidden");
            owner.ask("chat.pin", Map.of("seq", seq));
            assertThat(member.event("chat.pinned").path("data").path("seq").asLong())
                    .isEqualTo(seq);
            assertThat(pinned().path("message").path("text").asString()).isEqualTo("ships on Monday");
            owner.ask("chat.pin", Collections.singletonMap("seq", null));
            member.frame(frame -> frame.path("type").asString("").equals("chat.pinned")
                    && frame.path("data").path("seq").isNull());
            assertThat(pinned().isNull()).isTrue();
        }
    }

    @Test
    void unpinsAMessageThatIsDeletedAndLeavesItsTextNowhere() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token());
                RoomClient owner = RoomClient.join(port, room, host.token())) {
            long seq = seq(member.ask("chat.send", Map.of("text", "secret word")));
            owner.ask("chat.pin", Map.of("seq", seq));
            member.event("chat.pinned");
            member.ask("chat.delete", Map.of("seq", seq));
            member.frame(frame -> frame.path("type").asString("").equals("chat.pinned")
                    && frame.path("data").path("seq").isNull());
        }
        try (RoomClient late = RoomClient.open(port, room)) {
            late.hello(null);
            assertThat(late.ask("room.join", Map.of()).toString()).doesNotContain("secret word");
        }
    }

    @Test
    void pinsNothingThatIsDeletedMeanwhile() {
        try (RoomClient member = RoomClient.join(port, room, viewer.token());
                RoomClient owner = RoomClient.join(port, room, host.token())) {
            long seq = seq(member.ask("chat.send", Map.of("text", "secret word")));
            Sinks.Empty<Void> locked = Sinks.empty();
            Sinks.Empty<Void> release = Sinks.empty();
            Disposable lock = database.sql("LOCK TABLE chat_pin IN EXCLUSIVE MODE")
                    .then()
                    .doOnSuccess(_ -> locked.tryEmitEmpty())
                    .then(release.asMono())
                    .as(transaction::transactional)
                    .subscribe();
            StepVerifier.create(locked.asMono()).verifyComplete();
            long pinning = owner.say("chat.pin", Map.of("seq", seq));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() > 0);
            log.erase(RoomId.of(room), seq, Map.of("deleted", true), "chat.deleted", Map.of("seq", seq))
                    .block();
            release.tryEmitEmpty();
            assertThat(type(owner.answer(pinning))).isEqualTo("/problems/not-found");
            assertThat(lock.isDisposed()).isTrue();
        }
        assertThat(pinned().isNull()).isTrue();
    }

    private long waiting() {
        return Objects.requireNonNull(database.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .mapValue(Long.class)
                .one()
                .block());
    }

    private JsonNode pinned() {
        try (RoomClient late = RoomClient.open(port, room)) {
            late.hello(null);
            return late.ask("room.join", Map.of()).path("data").path("snapshot").path("pinned");
        }
    }

    private static long seq(JsonNode answer) {
        assertThat(answer.has("data")).as(answer.toString()).isTrue();
        return answer.path("data").path("seq").asLong();
    }

    private static String type(JsonNode answer) {
        return answer.path("error").path("type").asString("");
    }
}
