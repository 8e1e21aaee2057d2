package io.pasar.content.copy;

import io.pasar.platform.json.PlatformJson;
import io.r2dbc.postgresql.codec.Json;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Copy that was paid for, and claims on copy that is being written. A claim is a row with a deadline, not a
/// lock: it holds no connection while a model thinks.
@Component
class CopyStore {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final String FIND = "SELECT answer FROM copy_answer WHERE key = :key AND answer IS NOT NULL";
    private static final String CLAIM = """
            INSERT INTO copy_answer (key, claim, claimed_until)
            VALUES (:key, :claim, now() + make_interval(secs => :seconds))
            ON CONFLICT (key) DO UPDATE
               SET claim = excluded.claim, claimed_until = excluded.claimed_until
             WHERE copy_answer.answer IS NULL AND copy_answer.claimed_until < now()
            """;
    private static final String KEEP = """
            UPDATE copy_answer SET answer = :answer, kept_at = now()
             WHERE key = :key AND claim = :claim AND answer IS NULL
            """;
    private static final String RELEASE =
            "DELETE FROM copy_answer WHERE key = :key AND claim = :claim AND answer IS NULL";

    private static final int REMOVED_MAX = 1_000;
    private static final String REMOVE_CLAIMS = """
            DELETE FROM copy_answer WHERE key IN (
                SELECT key FROM copy_answer WHERE answer IS NULL AND claimed_until < now() - interval '1 hour' LIMIT :batch
                FOR UPDATE SKIP LOCKED)
            """;
    private static final String REMOVE_ANSWERS = """
            DELETE FROM copy_answer WHERE key IN (
                SELECT key FROM copy_answer
                WHERE answer IS NOT NULL AND kept_at < now() - make_interval(secs => :seconds) LIMIT :batch
                FOR UPDATE SKIP LOCKED)
            """;

    private final DatabaseClient database;

    CopyStore(DatabaseClient database) {
        this.database = database;
    }

    /// What was kept under the key; empty if nothing was.
    Mono<KeptCopy> find(CopyKey key) {
        return database.sql(FIND)
                .bind("key", key.bytes())
                .map(row -> row.get("answer", Json.class))
                .one()
                .map(json -> JSON.readValue(json.asString(), KeptCopy.class));
    }

    /// Whether this caller now writes it. Nobody else does until the lease ends or it is kept or released.
    Mono<Boolean> claim(CopyKey key, UUID claim, Duration lease) {
        return database.sql(CLAIM)
                .bind("key", key.bytes())
                .bind("claim", claim)
                .bind("seconds", (double) lease.toSeconds())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Keeps the answer if the claim still holds.
    Mono<Void> keep(CopyKey key, UUID claim, KeptCopy copy) {
        return database.sql(KEEP)
                .bind("key", key.bytes())
                .bind("claim", claim)
                .bind("answer", Json.of(JSON.writeValueAsString(copy)))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Lets others try; does nothing once the answer is kept.
    Mono<Void> release(CopyKey key, UUID claim) {
        return database.sql(RELEASE)
                .bind("key", key.bytes())
                .bind("claim", claim)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Removes claims that ran out an hour ago, so that late writers still keep theirs, and answers kept for
    /// longer than that, a batch of each; true if there may be more.
    Mono<Boolean> removeOld(Duration keptFor) {
        Mono<Long> claims =
                database.sql(REMOVE_CLAIMS).bind("batch", REMOVED_MAX).fetch().rowsUpdated();
        Mono<Long> answers = database.sql(REMOVE_ANSWERS)
                .bind("seconds", (double) keptFor.toSeconds())
                .bind("batch", REMOVED_MAX)
                .fetch()
                .rowsUpdated();
        return claims.zipWith(answers).map(removed -> Math.max(removed.getT1(), removed.getT2()) >= REMOVED_MAX);
    }
}
