package io.pasar.live.presence;

import io.pasar.kernel.id.RoomId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The most viewers of each room, in PostgreSQL.
@Component
class PeakStore {

    private static final String RAISE = """
            INSERT INTO room_peak (room_id, viewers)
            SELECT id, :viewers FROM room WHERE id = :room
            ON CONFLICT (room_id) DO UPDATE SET viewers = greatest(room_peak.viewers, excluded.viewers)
            """;
    private static final String FIND = "SELECT room_id, viewers FROM room_peak WHERE room_id = ANY(:rooms)";

    private final DatabaseClient database;

    PeakStore(DatabaseClient database) {
        this.database = database;
    }

    /// Never lowers it.
    Mono<Void> raise(RoomId room, int viewers) {
        return database.sql(RAISE)
                .bind("room", room.value())
                .bind("viewers", viewers)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Rooms nobody ever watched are missing.
    Mono<Map<RoomId, Integer>> find(Collection<RoomId> rooms) {
        UUID[] ids = rooms.stream().map(RoomId::value).toArray(UUID[]::new);
        return database.sql(FIND)
                .bind("rooms", ids)
                .map(PeakStore::row)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<RoomId, Integer> row(Readable row) {
        RoomId room = new RoomId(Objects.requireNonNull(row.get("room_id", UUID.class)));
        return Map.entry(room, Objects.requireNonNull(row.get("viewers", Integer.class)));
    }
}
