package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `room_moderator`.
@Component
class ModeratorStore {

    private static final String COUNT_OTHERS =
            "SELECT count(*) FROM room_moderator WHERE room_id = :room AND member_id <> :member";
    private static final String ADD = """
            INSERT INTO room_moderator (room_id, member_id, appointed_at) VALUES (:room, :member, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String REMOVE = "DELETE FROM room_moderator WHERE room_id = :room AND member_id = :member";
    private static final String OF_ROOM = """
            SELECT member_id, appointed_at FROM room_moderator WHERE room_id = :room ORDER BY appointed_at, member_id
            """;

    private final DatabaseClient database;

    ModeratorStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> countOthers(RoomId room, MemberId member) {
        return named(COUNT_OTHERS, room, member).mapValue(Long.class).one();
    }

    /// @return whether they were none before
    Mono<Boolean> add(RoomId room, MemberId member, Instant at) {
        return named(ADD, room, member).bind("at", at).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /// @return whether they were one before
    Mono<Boolean> remove(RoomId room, MemberId member) {
        return named(REMOVE, room, member).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /// In order of appointment.
    Flux<Moderator> of(RoomId room) {
        return database.sql(OF_ROOM)
                .bind("room", room.value())
                .map(ModeratorStore::moderator)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec named(String sql, RoomId room, MemberId member) {
        return database.sql(sql).bind("room", room.value()).bind("member", member.value());
    }

    private static Moderator moderator(Readable row) {
        UUID member = Objects.requireNonNull(row.get("member_id", UUID.class));
        return new Moderator(new MemberId(member), Objects.requireNonNull(row.get("appointed_at", Instant.class)));
    }
}
