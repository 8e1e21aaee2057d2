package io.pasar.live.chat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Pinned messages in PostgreSQL.
@Component
class PinStore {

    private static final String PUT = """
            INSERT INTO chat_pin (room_id, seq, message, pinned_by, pinned_at)
            VALUES (:room, :seq, :message, :pinnedBy, :pinnedAt)
            ON CONFLICT (room_id) DO UPDATE
               SET seq = excluded.seq, message = excluded.message,
                   pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at
            """;
    private static final String FIND = "SELECT * FROM chat_pin WHERE room_id = :room";
    private static final String REMOVE = "DELETE FROM chat_pin WHERE room_id = :room";
    private static final String REMOVE_ONE = "DELETE FROM chat_pin WHERE room_id = :room AND seq = :seq";

    private final DatabaseClient database;

    PinStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> put(Pin pin) {
        return database.sql(PUT)
                .bind("room", pin.room().value())
                .bind("seq", pin.seq())
                .bind("message", pin.message())
                .bind("pinnedBy", pin.pinnedBy().value())
                .bind("pinnedAt", pin.pinnedAt())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Pin> find(RoomId room) {
        return database.sql(FIND).bind("room", room.value()).map(PinStore::pin).one();
    }

    /// @return whether there was one
    Mono<Boolean> remove(RoomId room) {
        return database.sql(REMOVE)
                .bind("room", room.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// @return whether this message was the pinned one
    Mono<Boolean> remove(RoomId room, long seq) {
        return database.sql(REMOVE_ONE)
                .bind("room", room.value())
                .bind("seq", seq)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Pin pin(Readable row) {
        return new Pin(
                new RoomId(value(row, "room_id", UUID.class)),
                value(row, "seq", Long.class),
                value(row, "message", String.class),
                new MemberId(value(row, "pinned_by", UUID.class)),
                value(row, "pinned_at", Instant.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
