package io.pasar.live.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.UsesLiveService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/// Messages and deletions arrive from different nodes, in any order.
@UsesLiveService
class ArchiveIT {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private ArchiveStore archive;

    @Autowired
    private DatabaseClient database;

    private final MemberId author = new MemberId(UUID.randomUUID());
    private final MemberId moderator = new MemberId(UUID.randomUUID());
    private RoomId room;

    @BeforeEach
    void openRoom() {
        room = RoomId.of(new LiveApi(port).liveRoom(Person.named("hana")));
    }

    @Test
    void marksADeletedMessageWhicheverComesFirst() {
        say(1, NOON);
        delete(1, NOON.plusSeconds(5));
        delete(2, NOON.plusSeconds(5));
        say(2, NOON);
        say(3, NOON);
        assertThat(marked()).containsExactly(1L, 2L);
    }

    @Test
    void marksNoLaterMessageThatGotTheNumberAgain() {
        say(1, NOON);
        delete(1, NOON.plusSeconds(5));
        delete(1, NOON.plusSeconds(5));
        say(1, NOON.plus(Duration.ofHours(1)));
        assertThat(marked()).containsExactly(1L);
    }

    private void say(long seq, Instant at) {
        archive.add(List.of(new SaidMessage(UUID.randomUUID(), room, seq, author, "hello", null, at)))
                .block();
    }

    private void delete(long seq, Instant at) {
        archive.markDeleted(new Deletion(room, seq, author, moderator, at)).block();
    }

    private List<Long> marked() {
        return Objects.requireNonNull(
                database.sql("SELECT seq FROM chat_archive WHERE room_id = :room AND deleted_by = :by ORDER BY seq")
                        .bind("room", room.value())
                        .bind("by", moderator.value())
                        .mapValue(Long.class)
                        .all()
                        .collectList()
                        .block());
    }
}
