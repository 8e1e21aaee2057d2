package io.pasar.live.chat;

import io.pasar.kernel.id.RoomId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The archive of what was said, in PostgreSQL; `chat_archive` shows it with its marks.
@Component
class ArchiveStore {

    private static final String ADD = """
            INSERT INTO chat_message (id, room_id, seq, member_id, body, reply_to, said_at)
            SELECT id, room_id, seq, member_id, body, nullif(reply_to, 0), said_at
              FROM unnest(:ids, :rooms, :seqs, :members, :bodies, :replies, :times)
                AS said (id, room_id, seq, member_id, body, reply_to, said_at)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String MARK_DELETED = """
            INSERT INTO chat_deletion (room_id, seq, member_id, deleted_by, deleted_at)
            VALUES (:room, :seq, :author, :by, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT = "SELECT count(*) FROM chat_message WHERE room_id = :room";

    private final DatabaseClient database;

    ArchiveStore(DatabaseClient database) {
        this.database = database;
    }

    /// Adds the messages in one statement; those added before are left as they are.
    Mono<Void> add(List<SaidMessage> said) {
        return database.sql(ADD)
                .bind("ids", column(said, SaidMessage::id, UUID[]::new))
                .bind("rooms", column(said, message -> message.room().value(), UUID[]::new))
                .bind("seqs", column(said, SaidMessage::seq, Long[]::new))
                .bind("members", column(said, message -> message.member().value(), UUID[]::new))
                .bind("bodies", column(said, SaidMessage::body, String[]::new))
                .bind(
                        "replies",
                        column(said, message -> Objects.requireNonNullElse(message.replyTo(), 0L), Long[]::new))
                .bind(
                        "times",
                        column(said, message -> message.saidAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Marks a message as taken back, whether it has arrived here or not.
    Mono<Void> markDeleted(Deletion deletion) {
        return database.sql(MARK_DELETED)
                .bind("room", deletion.room().value())
                .bind("seq", deletion.seq())
                .bind("author", deletion.author().value())
                .bind("by", deletion.by().value())
                .bind("at", deletion.at())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Long> count(RoomId room) {
        return database.sql(COUNT)
                .bind("room", room.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private static <T> T[] column(List<SaidMessage> said, Function<SaidMessage, T> field, IntFunction<T[]> array) {
        return said.stream().map(field).toArray(array);
    }
}
