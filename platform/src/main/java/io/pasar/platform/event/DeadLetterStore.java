package io.pasar.platform.event;

import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The `dead_letter` table.
final class DeadLetterStore {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String KEEP = """
            INSERT INTO dead_letter (id, consumer, event_id, type, subject, attributes, reason, attempts)
            VALUES (:id, :consumer, :event, :type, :subject, :attributes, :reason, :attempts)
            ON CONFLICT (consumer, event_id) DO NOTHING
            """;

    private static final String LIST = "SELECT * FROM dead_letter WHERE id > :after ORDER BY id LIMIT :limit";

    private static final String LOCK = "SELECT * FROM dead_letter WHERE id = :id FOR UPDATE";

    private static final String FAILED_AGAIN = """
            UPDATE dead_letter SET attempts = attempts + 1, reason = :reason, failed_at = clock_timestamp()
            WHERE id = :id
            """;

    private static final String COUNT = "SELECT consumer, count(*) AS letters FROM dead_letter GROUP BY consumer";

    private final DatabaseClient database;

    DeadLetterStore(DatabaseClient database) {
        this.database = database;
    }

    /// Keeps an event, unless it is kept already.
    ///
    /// @param letter its time is the database's
    Mono<Void> keep(DeadLetter letter) {
        return database.sql(KEEP)
                .bind("id", letter.id().value())
                .bind("consumer", letter.consumer())
                .bind("event", letter.eventId())
                .bind("type", letter.type())
                .bind("subject", letter.subject())
                .bind("attributes", letter.attributes())
                .bind("reason", letter.reason())
                .bind("attempts", letter.attempts())
                .then();
    }

    /// Oldest first; one more than asked for, if there is one.
    Flux<DeadLetter> list(PageRequest page) {
        return database.sql(LIST)
                .bind("after", page.after().map(Cursor::lastSeen).orElse(BEFORE_ALL))
                .bind("limit", page.fetch())
                .map(DeadLetterStore::toDeadLetter)
                .all();
    }

    /// The letter, locked until the end of the caller's transaction.
    Mono<DeadLetter> lock(DeadLetterId id) {
        return database.sql(LOCK)
                .bind("id", id.value())
                .map(DeadLetterStore::toDeadLetter)
                .one();
    }

    /// @return whether there was one
    Mono<Boolean> delete(DeadLetterId id) {
        return database.sql("DELETE FROM dead_letter WHERE id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> failedAgain(DeadLetterId id, String reason) {
        return database.sql(FAILED_AGAIN)
                .bind("id", id.value())
                .bind("reason", reason)
                .then();
    }

    /// How many each consumer has; consumers without any are missing.
    Mono<Map<String, Long>> count() {
        return database.sql(COUNT)
                .map(row -> Map.entry(text(row, "consumer"), Objects.requireNonNull(row.get("letters", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static DeadLetter toDeadLetter(Readable row) {
        return new DeadLetter(
                new DeadLetterId(Objects.requireNonNull(row.get("id", UUID.class))),
                text(row, "consumer"),
                text(row, "event_id"),
                text(row, "type"),
                text(row, "subject"),
                text(row, "attributes"),
                text(row, "reason"),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                Objects.requireNonNull(row.get("failed_at", Instant.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
