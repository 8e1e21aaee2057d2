package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.JobId;
import io.pasar.kernel.id.MemberId;
import io.pasar.live.catalogue.shopify.ImportError;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Imports and their files in PostgreSQL, whose clock alone decides how long a lease holds.
@Component
class ImportStore {

    private static final String WAITING = """
            SELECT count(*) AS waiting FROM import_job WHERE owner = :owner AND state = 'running'
            """;
    private static final String ADD = """
            INSERT INTO import_job (id, owner, currency, total, parts) VALUES (:id, :owner, :currency, :total, :parts)
            """;
    private static final String ADD_PART = """
            INSERT INTO import_part (job, number, bytes) VALUES (:job, :number, :bytes)
            """;
    private static final String FIND = """
            SELECT id, state, total, done, failed, errors::text AS errors, created_at, updated_at
              FROM import_job
             WHERE id = :id AND owner = :owner
            """;
    private static final String CLAIM = """
            UPDATE import_job
               SET leased_by = :worker, leased_until = now() + :lease::interval, claims = claims + 1
             WHERE id = (SELECT j.id
                           FROM import_job j
                          WHERE j.state = 'running' AND (j.leased_until IS NULL OR j.leased_until < now())
                            AND NOT EXISTS (SELECT FROM import_job earlier
                                             WHERE earlier.owner = j.owner AND earlier.state = 'running'
                                               AND earlier.id < j.id)
                          ORDER BY j.id
                          LIMIT 1
                            FOR UPDATE SKIP LOCKED)
            RETURNING id, owner, currency, parts, done + failed AS position, claims
            """;
    private static final String RENEW = """
            UPDATE import_job SET leased_until = now() + :lease::interval
             WHERE id = :id AND state = 'running' AND leased_by = :worker
            """;
    private static final String PART = "SELECT bytes FROM import_part WHERE job = :job AND number = :number";
    private static final String ADVANCE = """
            UPDATE import_job
               SET done = done + :done, failed = failed + :failed, claims = 0,
                   errors = (SELECT coalesce(jsonb_agg(error ORDER BY place), '[]')
                               FROM jsonb_array_elements(errors || :errors::jsonb) WITH ORDINALITY AS e(error, place)
                              WHERE place <= :kept),
                   leased_until = now() + :lease::interval, updated_at = now()
             WHERE id = :id AND state = 'running' AND leased_by = :worker AND done + failed = :position
            """;
    private static final String END = """
            UPDATE import_job
               SET state = CASE WHEN done > 0 AND done + failed = total THEN 'done' ELSE 'failed' END,
                   failed = total - done, errors = errors || :errors::jsonb, leased_by = NULL, leased_until = NULL,
                   updated_at = now()
             WHERE id = :id AND state = 'running' AND leased_by = :worker
            """;
    private static final String CANCEL = """
            UPDATE import_job
               SET state = 'failed', failed = total - done, errors = errors || :errors::jsonb, leased_by = NULL,
                   leased_until = NULL, updated_at = now()
             WHERE id = :id AND owner = :owner AND state = 'running' AND done + failed < total
            """;
    private static final String DROP_FILE = """
            DELETE FROM import_part p USING import_job j WHERE p.job = :job AND j.id = p.job AND j.state <> 'running'
            """;
    private static final String RELEASE = """
            UPDATE import_job SET leased_by = NULL, leased_until = NULL, claims = 0 WHERE leased_by = :worker
            """;

    private static final TypeReference<List<ImportError>> ERRORS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    ImportStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// How many unfinished imports the member has.
    Mono<Long> waiting(MemberId owner) {
        return database.sql(WAITING)
                .bind("owner", owner.value())
                .map(row -> value(row, "waiting", Long.class))
                .one();
    }

    Mono<Void> add(JobId id, MemberId owner, String currency, int total, int parts) {
        return done(database.sql(ADD)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("currency", currency)
                .bind("total", total)
                .bind("parts", parts));
    }

    Mono<Void> addPart(JobId job, int number, byte[] bytes) {
        return done(database.sql(ADD_PART)
                .bind("job", job.value())
                .bind("number", number)
                .bind("bytes", bytes));
    }

    /// The import, if it is the member's.
    Mono<ImportProgress> find(JobId id, MemberId owner) {
        return database.sql(FIND)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(this::progress)
                .one();
    }

    /// Leases the oldest import nobody works on, each member's in the order they came; empty if there is none.
    Mono<ClaimedImport> claim(UUID worker, Duration lease) {
        return database.sql(CLAIM)
                .bind("worker", worker)
                .bind("lease", lease.toString())
                .map(ImportStore::claimed)
                .one();
    }

    /// Leases the import anew, if this worker still has it.
    ///
    /// @return false if another worker took over
    Mono<Boolean> renew(JobId id, UUID worker, Duration lease) {
        return database.sql(RENEW)
                .bind("lease", lease.toString())
                .bind("id", id.value())
                .bind("worker", worker)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// The file's bytes, part after part.
    Flux<byte[]> file(ClaimedImport job) {
        return Flux.range(0, job.parts()).concatMap(number -> part(job.id(), number), 1);
    }

    /// Moves the import behind the batch, if this worker still has it and it stands where the batch begins.
    ///
    /// @return false if another worker took over
    Mono<Boolean> advance(JobId id, UUID worker, ImportBatch batch, Duration lease) {
        return database.sql(ADVANCE)
                .bind("done", batch.outcomes().size() - batch.failed())
                .bind("failed", batch.failed())
                .bind("errors", json.writeValueAsString(batch.errors()))
                .bind("kept", ImportProgress.ERRORS_MAX)
                .bind("lease", lease.toString())
                .bind("id", id.value())
                .bind("worker", worker)
                .bind("position", batch.position())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Ends the import, if this worker still has it, and forgets its file. What it did not come to counts as
    /// failed.
    ///
    /// @param last why it ends early; empty if it came to the end
    Mono<Void> end(JobId id, UUID worker, List<ImportError> last) {
        return done(database.sql(END)
                        .bind("errors", json.writeValueAsString(last))
                        .bind("id", id.value())
                        .bind("worker", worker))
                .then(dropFile(id));
    }

    /// Ends the member's import where it stands, unless it has come to the end, and forgets its file. Waits for
    /// the batch that is being committed; the worker cannot commit another. What it did not come to counts as
    /// failed.
    ///
    /// @return whether it was ended
    Mono<Boolean> cancel(JobId id, MemberId owner, ImportError why) {
        return database.sql(CANCEL)
                .bind("errors", json.writeValueAsString(List.of(why)))
                .bind("id", id.value())
                .bind("owner", owner.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .delayUntil(_ -> dropFile(id));
    }

    private Mono<Void> dropFile(JobId id) {
        return done(database.sql(DROP_FILE).bind("job", id.value()));
    }

    /// Gives back whatever the worker has.
    Mono<Void> release(UUID worker) {
        return done(database.sql(RELEASE).bind("worker", worker));
    }

    private Mono<byte[]> part(JobId job, int number) {
        return database.sql(PART)
                .bind("job", job.value())
                .bind("number", number)
                .map(row -> value(row, "bytes", byte[].class))
                .one();
    }

    private static Mono<Void> done(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().then();
    }

    private ImportProgress progress(Readable row) {
        return new ImportProgress(
                new JobId(value(row, "id", UUID.class)),
                ImportState.of(value(row, "state", String.class)),
                value(row, "done", Integer.class),
                value(row, "total", Integer.class),
                value(row, "failed", Integer.class),
                json.readValue(value(row, "errors", String.class), ERRORS),
                value(row, "created_at", Instant.class),
                value(row, "updated_at", Instant.class));
    }

    private static ClaimedImport claimed(Readable row) {
        return new ClaimedImport(
                new JobId(value(row, "id", UUID.class)),
                new MemberId(value(row, "owner", UUID.class)),
                value(row, "currency", String.class),
                value(row, "parts", Integer.class),
                value(row, "position", Integer.class),
                value(row, "claims", Integer.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
