package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rooms in PostgreSQL.
@Component
class RoomStore {

    private static final String INSERT = """
            INSERT INTO room (id, host_id, host_handle, host_name, title, visibility, state, starts_at, created_at)
            VALUES (:id, :host, :handle, :name, :title, :visibility, :state, :startsAt, :createdAt)
            """;
    private static final String FIND = "SELECT * FROM room WHERE id = :id";
    private static final String FIND_FOR_UPDATE = "SELECT * FROM room WHERE id = :id FOR UPDATE";
    private static final String SEE = """
            SELECT r.*, EXISTS (
                   SELECT FROM room_moderator m WHERE m.room_id = r.id AND m.member_id = :viewer) AS moderated
              FROM room r WHERE r.id = :id
            """;
    private static final String SEE_FOR_SHARE = SEE + " FOR SHARE OF r";
    private static final String UPDATE = """
            UPDATE room SET state = :state, started_at = :startedAt, ended_at = :endedAt WHERE id = :id
            """;
    private static final String ALL_LIVE = "SELECT id FROM room WHERE state = 'live' ORDER BY id";
    private static final String LIST = """
            SELECT * FROM room
             WHERE (visibility = 'public' OR host_id = :viewer)
               AND (:state = '' OR state = :state)
               AND id < :before
             ORDER BY id DESC
             LIMIT :fetch
            """;
    private static final String LIST_OF_HOST = """
            SELECT * FROM room
             WHERE host_id = :host
               AND (visibility = 'public' OR host_id = :viewer)
               AND (:state = '' OR state = :state)
               AND id < :before
             ORDER BY id DESC
             LIMIT :fetch
            """;

    /// Above every UUIDv7: where a list without a cursor begins.
    private static final UUID NEWEST = new UUID(-1L, -1L);

    private static final UUID NOBODY = new UUID(0, 0);

    private final DatabaseClient database;

    RoomStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Room room) {
        return database.sql(INSERT)
                .bind("id", room.id().value())
                .bind("host", room.host().id().value())
                .bind("handle", room.host().handle())
                .bind("name", room.host().displayName())
                .bind("title", room.title())
                .bind("visibility", lower(room.visibility()))
                .bind("state", lower(room.state()))
                .bind("startsAt", time(room.startsAt()))
                .bind("createdAt", room.createdAt())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Room> find(RoomId id) {
        return database.sql(FIND).bind("id", id.value()).map(RoomStore::room).one();
    }

    /// The same, locked until the transaction ends.
    Mono<Room> findForUpdate(RoomId id) {
        return database.sql(FIND_FOR_UPDATE)
                .bind("id", id.value())
                .map(RoomStore::room)
                .one();
    }

    /// The room as it is for the viewer.
    Mono<SeenRoom> see(RoomId id, Optional<MemberId> viewer) {
        return see(SEE, id, viewer);
    }

    /// The same, locked against change until the transaction ends; others may lock it so too.
    Mono<SeenRoom> seeForShare(RoomId id, Optional<MemberId> viewer) {
        return see(SEE_FOR_SHARE, id, viewer);
    }

    private Mono<SeenRoom> see(String sql, RoomId id, Optional<MemberId> viewer) {
        return database.sql(sql)
                .bind("id", id.value())
                .bind("viewer", viewer.map(MemberId::value).orElse(NOBODY))
                .map(row -> new SeenRoom(room(row), value(row, "moderated", Boolean.class)))
                .one();
    }

    Mono<Room> update(Room room) {
        return database.sql(UPDATE)
                .bind("id", room.id().value())
                .bind("state", lower(room.state()))
                .bind("startedAt", time(room.startedAt()))
                .bind("endedAt", time(room.endedAt()))
                .fetch()
                .rowsUpdated()
                .thenReturn(room);
    }

    /// Public rooms and those of the viewer, newest first; of one host only, if one is named.
    Flux<Room> list(Optional<MemberId> viewer, Optional<RoomState> state, Optional<MemberId> host, PageRequest page) {
        return host.map(named -> database.sql(LIST_OF_HOST).bind("host", named.value()))
                .orElseGet(() -> database.sql(LIST))
                .bind("viewer", viewer.map(MemberId::value).orElse(NOBODY))
                .bind("state", state.map(RoomStore::lower).orElse(""))
                .bind("before", page.after().map(Cursor::lastSeen).orElse(NEWEST))
                .bind("fetch", page.fetch())
                .map(RoomStore::room)
                .all();
    }

    Flux<RoomId> allLive() {
        return database.sql(ALL_LIVE)
                .map(row -> new RoomId(value(row, "id", UUID.class)))
                .all();
    }

    private static Room room(Readable row) {
        RoomHost host = new RoomHost(
                new MemberId(value(row, "host_id", UUID.class)),
                value(row, "host_handle", String.class),
                value(row, "host_name", String.class));
        return new Room(
                new RoomId(value(row, "id", UUID.class)),
                host,
                value(row, "title", String.class),
                RoomVisibility.valueOf(upper(row, "visibility")),
                RoomState.valueOf(upper(row, "state")),
                row.get("starts_at", Instant.class),
                value(row, "created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    private static Object time(@Nullable Instant time) {
        return time == null ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE) : time;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(Readable row, String column) {
        return value(row, column, String.class).toUpperCase(Locale.ROOT);
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
