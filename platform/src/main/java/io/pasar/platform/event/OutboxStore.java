package io.pasar.platform.event;

import io.pasar.kernel.id.EventId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The `outbox` and `outbox_tip` tables.
final class OutboxStore {

    private static final String APPEND = """
            INSERT INTO outbox (event_id, type, source, subject, data, traceparent)
            SELECT id, type, :source, subject, data, nullif(trace, '')
              FROM unnest(:ids, :types, :subjects, :data, :traces) WITH ORDINALITY
                   AS e(id, type, subject, data, trace, place)
             ORDER BY place
            """;

    private static final String NEXT = """
            SELECT tip.batch AS tip, waiting.*
            FROM outbox_tip AS tip
            LEFT JOIN LATERAL (
                SELECT position, event_id, source, type, subject, time, data, traceparent
                FROM outbox WHERE batch IS NULL ORDER BY position LIMIT :limit
            ) AS waiting ON true
            ORDER BY waiting.position
            """;

    private static final String HELD_LEASE = """
            WITH held AS (
                SELECT 1 FROM lease WHERE name = :name AND owner = :owner AND epoch = :epoch FOR UPDATE
            )
            """;

    private static final String MARK_PUBLISHED = HELD_LEASE + """
            , moved AS (UPDATE outbox_tip SET batch = :batch FROM held RETURNING 1)
            UPDATE outbox SET batch = :batch, published_at = clock_timestamp()
            FROM moved WHERE position = ANY (:positions)
            """;

    private static final String TAKE_BACK = HELD_LEASE + """
            UPDATE outbox SET batch = NULL, published_at = NULL
            FROM held WHERE position IN (SELECT position FROM outbox WHERE batch > :newest ORDER BY batch LIMIT :limit)
            """;

    private static final String MOVE_TIP = HELD_LEASE + "UPDATE outbox_tip SET batch = :batch FROM held";

    private static final String SWEEP = """
            DELETE FROM outbox WHERE position IN (
                SELECT position FROM outbox
                WHERE batch < :settled AND published_at < clock_timestamp() - make_interval(secs => :seconds)
                ORDER BY batch LIMIT :limit)
            """;

    private static final String WAITING = """
            SELECT count(*) AS rows, coalesce(extract(epoch FROM clock_timestamp() - min(time)), 0)::float8 AS seconds
            FROM (SELECT time FROM outbox WHERE batch IS NULL ORDER BY position LIMIT :limit) AS waiting
            """;

    private final DatabaseClient database;
    private final LeaseStore leases;

    OutboxStore(DatabaseClient database, LeaseStore leases) {
        this.database = database;
        this.leases = leases;
    }

    /// Adds rows in this order; their time is the database's.
    Mono<Void> append(String source, List<WrittenEvent> events) {
        UUID[] ids = events.stream().map(event -> event.id().value()).toArray(UUID[]::new);
        return database.sql(APPEND)
                .bind("source", source)
                .bind("ids", ids)
                .bind("types", events.stream().map(WrittenEvent::type).toArray(String[]::new))
                .bind("subjects", events.stream().map(WrittenEvent::subject).toArray(String[]::new))
                .bind("data", events.stream().map(WrittenEvent::data).toArray(String[]::new))
                .bind(
                        "traces",
                        events.stream().map(event -> event.trace().orElse("")).toArray(String[]::new))
                .then();
    }

    /// The first rows that wait, in order of position.
    Mono<OutboxBatch> next(int limit) {
        return database.sql(NEXT)
                .bind("limit", limit)
                .map(OutboxStore::toTippedRow)
                .all()
                .collectList()
                .map(OutboxStore::toBatch);
    }

    /// Says that the rows are in the stream and that it reaches to this batch.
    ///
    /// @return how many rows were marked; 0 if the lease has changed hands
    Mono<Long> markPublished(Lease lease, Batch batch, List<OutboxRow> rows) {
        return fenced(MARK_PUBLISHED, lease)
                .bind("batch", batch.number())
                .bind("positions", rows.stream().map(OutboxRow::position).toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }

    /// Puts rows whose batch the stream no longer has back into the queue.
    ///
    /// @param newest the newest batch the stream still has
    /// @return how many, at most `limit`
    Mono<Long> takeBack(Lease lease, Batch newest, int limit) {
        return fenced(TAKE_BACK, lease)
                .bind("newest", newest.number())
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    /// Says that the stream reaches to this batch.
    Mono<Void> moveTip(Lease lease, Batch batch) {
        return fenced(MOVE_TIP, lease).bind("batch", batch.number()).then();
    }

    /// Deletes relayed rows that every consumer has taken and that are old enough.
    ///
    /// @return how many, at most `limit`
    Mono<Long> sweep(Batch settled, Duration retention, int limit) {
        return database.sql(SWEEP)
                .bind("settled", settled.number())
                .bind("seconds", (double) retention.toSeconds())
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    /// How much waits; counts no further than `limit`.
    Mono<OutboxLag> lag(int limit) {
        return database.sql(WAITING)
                .bind("limit", limit)
                .map(row -> new OutboxLag(required(row, "rows", Long.class), required(row, "seconds", Double.class)))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec fenced(String sql, Lease lease) {
        return database.sql(sql)
                .bind("name", lease.name())
                .bind("owner", leases.owner())
                .bind("epoch", lease.epoch());
    }

    private record TippedRow(Batch tip, List<OutboxRow> row) {}

    private static OutboxBatch toBatch(List<TippedRow> rows) {
        return new OutboxBatch(
                rows.getFirst().tip(),
                rows.stream().flatMap(tipped -> tipped.row().stream()).toList());
    }

    private static TippedRow toTippedRow(Readable row) {
        Batch tip = new Batch(required(row, "tip", Long.class));
        Long position = row.get("position", Long.class);
        return new TippedRow(tip, position == null ? List.of() : List.of(toRow(position, row)));
    }

    private static OutboxRow toRow(long position, Readable row) {
        return new OutboxRow(
                position,
                new EventId(required(row, "event_id", UUID.class)),
                required(row, "source", String.class),
                required(row, "type", String.class),
                required(row, "subject", String.class),
                required(row, "time", Instant.class),
                required(row, "data", String.class),
                Optional.ofNullable(row.get("traceparent", String.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
