package io.pasar.live.showcase;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Stages in PostgreSQL.
@Component
class StageStore {

    private static final String PUT = """
            INSERT INTO room_stage (room_id, product_id, set_by, set_at)
            VALUES (:room, :product, :setBy, :setAt)
            ON CONFLICT (room_id) DO UPDATE
               SET product_id = excluded.product_id, set_by = excluded.set_by, set_at = excluded.set_at
            """;
    private static final String FIND = "SELECT * FROM room_stage WHERE room_id = :room";

    private static final String FIND_ALL = "SELECT * FROM room_stage WHERE room_id = ANY(:rooms)";

    private final DatabaseClient database;

    StageStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> put(Stage stage) {
        return database.sql(PUT)
                .bind("room", stage.room().value())
                .bind("product", stage.product().value())
                .bind("setBy", stage.setBy().value())
                .bind("setAt", stage.setAt())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Stage> find(RoomId room) {
        return database.sql(FIND)
                .bind("room", room.value())
                .map(StageStore::stage)
                .one();
    }

    Flux<Stage> find(Collection<RoomId> rooms) {
        return database.sql(FIND_ALL)
                .bind("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
                .map(StageStore::stage)
                .all();
    }

    private static Stage stage(Readable row) {
        return new Stage(
                new RoomId(value(row, "room_id", UUID.class)),
                new ProductId(value(row, "product_id", UUID.class)),
                new MemberId(value(row, "set_by", UUID.class)),
                value(row, "set_at", Instant.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
