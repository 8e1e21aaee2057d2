package io.pasar.platform.idempotency;

import io.pasar.platform.idempotency.ClaimDecision.ComeBack;
import io.pasar.platform.idempotency.ClaimDecision.Refuse;
import io.pasar.platform.idempotency.ClaimDecision.Replay;
import io.pasar.platform.idempotency.ClaimDecision.Run;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The `idempotency` table.
final class IdempotencyStore {

    private static final String CLAIM = """
            SELECT claimed, known_fingerprint, known_answer, lease_end
            FROM idempotency_claim(:id, :fingerprint, :keep, :lease, :patience)
            """;

    private static final String KEEP = """
            UPDATE idempotency SET answer = :answer, leased_until = NULL
            WHERE id = :id AND answer IS NULL AND leased_until IS NOT DISTINCT FROM :lease
            """;

    private static final String RELEASE = """
            DELETE FROM idempotency WHERE id = :id AND answer IS NULL AND leased_until = :lease
            """;

    private static final String SWEEP = """
            DELETE FROM idempotency WHERE id IN (
                SELECT id FROM idempotency WHERE expires_at <= clock_timestamp()
                ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            """;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DatabaseClient database;
    private final JsonMapper json;

    IdempotencyStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Claims the key in the caller's transaction, or, with a lease, beyond it.
    ///
    /// @param lease null inside a transaction
    Mono<ClaimDecision> claim(KeyedRequest request, Duration keep, @Nullable Duration lease, Duration patience) {
        return database.sql(CLAIM)
                .bind("id", request.id())
                .bind("fingerprint", request.fingerprint())
                .bind("keep", seconds(keep))
                .bind("lease", lease == null ? Parameters.in(Double.class) : Parameters.in(seconds(lease)))
                .bind("patience", seconds(patience))
                .map(row -> decision(row, request))
                .one()
                .onErrorResume(IdempotencyStore::isLockTimeout, _ -> Mono.just(new ComeBack()));
    }

    /// Keeps the answer under a claim.
    ///
    /// @return false if the claim was meanwhile taken over
    Mono<Boolean> keep(KeyedRequest request, Run claim, KeptAnswer answer) {
        return database.sql(KEEP)
                .bind("id", request.id())
                .bind("answer", request.seal().close(json.writeValueAsBytes(answer)))
                .bind("lease", leaseEnd(claim))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Gives a leased claim back, so that a repeat runs.
    Mono<Void> release(KeyedRequest request, Run claim) {
        return database.sql(RELEASE)
                .bind("id", request.id())
                .bind("lease", leaseEnd(claim))
                .then();
    }

    /// Deletes expired entries.
    ///
    /// @return how many, at most `limit`
    Mono<Long> sweep(int limit) {
        return database.sql(SWEEP).bind("limit", limit).fetch().rowsUpdated();
    }

    private ClaimDecision decision(Readable row, KeyedRequest request) {
        if (Boolean.TRUE.equals(row.get("claimed", Boolean.class))) {
            OffsetDateTime leaseEnd = row.get("lease_end", OffsetDateTime.class);
            return new Run(leaseEnd == null ? null : leaseEnd.toInstant());
        }
        byte[] fingerprint = row.get("known_fingerprint", byte[].class);
        if (fingerprint == null) {
            return new ComeBack();
        }
        if (!request.isSameAs(fingerprint)) {
            return new Refuse();
        }
        byte[] answer = row.get("known_answer", byte[].class);
        return answer == null
                ? new ComeBack()
                : new Replay(json.readValue(request.seal().open(answer), KeptAnswer.class));
    }

    private static boolean isLockTimeout(Throwable error) {
        return error.getCause() instanceof R2dbcException cause && LOCK_NOT_AVAILABLE.equals(cause.getSqlState());
    }

    private static Parameter leaseEnd(Run claim) {
        Instant end = claim.leasedUntil();
        return end == null ? Parameters.in(OffsetDateTime.class) : Parameters.in(end.atOffset(ZoneOffset.UTC));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
