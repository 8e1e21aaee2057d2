package io.pasar.live.figure;

import io.pasar.kernel.id.RoomId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The samples of live rooms, in PostgreSQL.
@Component
class SampleStore {

    static final int FORGET_MAX = 10_000;

    private static final String CLAIM = """
            INSERT INTO figure_sampling (slot)
            VALUES (date_bin(make_interval(secs => :every), clock_timestamp(), 'epoch'))
            ON CONFLICT (single) DO UPDATE SET slot = excluded.slot WHERE figure_sampling.slot < excluded.slot
            RETURNING slot
            """;
    private static final String ADD = """
            INSERT INTO figure_sample (room_id, at, viewers, stock)
            SELECT room, :at, viewers, stock FROM unnest(:rooms, :viewers, :stocks) AS seen (room, viewers, stock)
            ON CONFLICT DO NOTHING
            """;
    private static final String OF_ROOM = """
            SELECT date_bin(make_interval(secs => :step), at, :from) AS at,
                   max(viewers) AS viewers,
                   (array_agg(stock ORDER BY figure_sample.at DESC))[1] AS stock
              FROM figure_sample
             WHERE room_id = :room AND at >= :from AND at < :until
             GROUP BY 1 ORDER BY 1
            """;
    private static final String FORGET = """
            DELETE FROM figure_sample WHERE ctid IN (
                SELECT ctid FROM figure_sample
                 WHERE at < clock_timestamp() - make_interval(secs => :keep) LIMIT :limit)
            """;

    private final DatabaseClient database;

    SampleStore(DatabaseClient database) {
        this.database = database;
    }

    /// The moment to sample now; empty if a node has taken it already.
    Mono<Instant> claim(Duration every) {
        return database.sql(CLAIM)
                .bind("every", seconds(every))
                .map(row -> row.get("slot", Instant.class))
                .one();
    }

    /// Rooms sampled at this moment before are left as they are.
    Mono<Void> add(Instant at, Map<RoomId, Sample> seen) {
        Collection<Sample> samples = seen.values();
        return database.sql(ADD)
                .bind("at", at)
                .bind("rooms", seen.keySet().stream().map(RoomId::value).toArray(UUID[]::new))
                .bind("viewers", samples.stream().map(Sample::viewers).toArray(Integer[]::new))
                .bind("stocks", samples.stream().map(Sample::stock).toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// At most one a step, in order of time: the most viewers and the last stock.
    Mono<List<Sample>> of(RoomId room, FigureSpan span) {
        return database.sql(OF_ROOM)
                .bind("room", room.value())
                .bind("step", seconds(span.step()))
                .bind("from", span.from())
                .bind("until", span.last().plus(span.step()))
                .map(SampleStore::sample)
                .all()
                .collectList();
    }

    /// One batch of those older than this; how many.
    Mono<Long> forget(Duration keep) {
        return database.sql(FORGET)
                .bind("keep", seconds(keep))
                .bind("limit", FORGET_MAX)
                .fetch()
                .rowsUpdated();
    }

    private static Sample sample(Readable row) {
        return new Sample(
                row.get("at", Instant.class), row.get("viewers", Integer.class), row.get("stock", Long.class));
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }
}
