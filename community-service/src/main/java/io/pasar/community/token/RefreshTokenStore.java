package io.pasar.community.token;

import io.pasar.community.token.RefreshFamily.Revocation;
import io.pasar.kernel.id.MemberId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// SQL of sign-ins and refresh tokens.
@Repository
class RefreshTokenStore {

    private static final String INSERT_FAMILY = """
            INSERT INTO refresh_family (id, member, started_at, ends_at)
            VALUES (:id, :member, :startedAt, :endsAt)""";

    private static final String INSERT_TOKEN = """
            INSERT INTO refresh_token (hash, family, idle_until) VALUES (:hash, :family, :idleUntil)""";

    private static final String LOCK = """
            SELECT f.id, f.member, f.ends_at, f.revoked_for, t.idle_until, t.used_at IS NOT NULL AS used
            FROM refresh_token t JOIN refresh_family f ON f.id = t.family
            WHERE t.hash = :hash FOR UPDATE OF t, f""";

    private static final String MARK_USED = """
            UPDATE refresh_token SET used_at = :now WHERE hash = :hash AND used_at IS NULL""";

    private static final String REVOKE = """
            UPDATE refresh_family SET revoked_at = :now, revoked_for = :why WHERE id = :id AND revoked_at IS NULL""";

    private static final int REMOVED_MAX = 5_000;

    private static final String REMOVE_DEAD_TOKENS = """
            DELETE FROM refresh_token WHERE hash IN (
                SELECT hash FROM refresh_token WHERE idle_until < :now LIMIT :batch)""";

    private static final String REMOVE_DEAD_FAMILIES = """
            DELETE FROM refresh_family WHERE id IN (
                SELECT id FROM refresh_family WHERE ends_at < :now LIMIT :batch)""";

    private final DatabaseClient database;

    RefreshTokenStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(RefreshFamily family, Instant startedAt) {
        return database.sql(INSERT_FAMILY)
                .bind("id", family.id().value())
                .bind("member", family.member().value())
                .bind("startedAt", startedAt)
                .bind("endsAt", family.endsAt())
                .then();
    }

    Mono<Void> insert(RefreshToken token, FamilyId family, Instant idleUntil) {
        return database.sql(INSERT_TOKEN)
                .bind("hash", token.hash())
                .bind("family", family.value())
                .bind("idleUntil", idleUntil)
                .then();
    }

    /// The token, locked with its family until the transaction ends; empty if nobody ever got it.
    Mono<StoredRefreshToken> lock(RefreshToken token) {
        return database.sql(LOCK)
                .bind("hash", token.hash())
                .map(RefreshTokenStore::toToken)
                .one();
    }

    Mono<Void> markUsed(RefreshToken token, Instant now) {
        return database.sql(MARK_USED)
                .bind("hash", token.hash())
                .bind("now", now)
                .then();
    }

    Mono<Void> revoke(FamilyId family, Revocation why, Instant now) {
        return database.sql(REVOKE)
                .bind("id", family.value())
                .bind("why", why.stored())
                .bind("now", now)
                .then();
    }

    /// Removes what can neither be exchanged nor betray a reuse any more, at most [#REMOVED_MAX] of each kind;
    /// true if there may be more.
    Mono<Boolean> removeDead(Instant now) {
        return remove(REMOVE_DEAD_TOKENS, now)
                .zipWhen(_ -> remove(REMOVE_DEAD_FAMILIES, now))
                .map(removed -> Math.max(removed.getT1(), removed.getT2()) >= REMOVED_MAX);
    }

    private Mono<Long> remove(String dead, Instant now) {
        return database.sql(dead)
                .bind("now", now)
                .bind("batch", REMOVED_MAX)
                .fetch()
                .rowsUpdated();
    }

    private static StoredRefreshToken toToken(Readable row) {
        RefreshFamily family = new RefreshFamily(
                new FamilyId(Objects.requireNonNull(row.get("id", UUID.class))),
                new MemberId(Objects.requireNonNull(row.get("member", UUID.class))),
                Objects.requireNonNull(row.get("ends_at", Instant.class)),
                Optional.ofNullable(row.get("revoked_for", String.class)).map(Revocation::of));
        return new StoredRefreshToken(
                family,
                Objects.requireNonNull(row.get("idle_until", Instant.class)),
                Boolean.TRUE.equals(row.get("used", Boolean.class)));
    }
}
