package io.pasar.platform.event;

import io.pasar.kernel.id.EventId;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The `consumed_event` table: which events a consumer has taken.
final class ConsumedStore {

    private static final String CLAIM = """
            INSERT INTO consumed_event (consumer, event_id) VALUES (:consumer, :event)
            ON CONFLICT (consumer, event_id) DO NOTHING
            """;

    private static final String SWEEP = """
            DELETE FROM consumed_event WHERE (consumer, event_id) IN (
                SELECT consumer, event_id FROM consumed_event
                WHERE consumed_at < clock_timestamp() - make_interval(secs => :seconds)
                ORDER BY consumed_at LIMIT :limit)
            """;

    private static final String END_CONNECTION = "SELECT pg_terminate_backend(pg_backend_pid())";

    private final DatabaseClient database;

    ConsumedStore(DatabaseClient database) {
        this.database = database;
    }

    /// Records the event in the caller's transaction. While another transaction that claimed it is open, this
    /// waits for its end.
    ///
    /// @return whether the consumer had not taken it before
    Mono<Boolean> claim(String consumer, EventId event) {
        return database.sql(CLAIM)
                .bind("consumer", consumer)
                .bind("event", event.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Ends the connection of the caller's transaction from within, behind whatever statement is under way: no
    /// statement of that transaction can commit any more, also none that is sent after this.
    Mono<Void> endConnection() {
        return database.sql(END_CONNECTION).then().onErrorComplete();
    }

    /// Forgets events taken long ago.
    ///
    /// @return how many, at most `limit`
    Mono<Long> sweep(Duration retention, int limit) {
        return database.sql(SWEEP)
                .bind("seconds", (double) retention.toSeconds())
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }
}
