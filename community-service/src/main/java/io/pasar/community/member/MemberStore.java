package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// SQL of `member`.
@Repository
class MemberStore {

    private static final String INSERT = """
            INSERT INTO member (id, handle, display_name, password_hash, locale, market, created_at, sign_up_request)
            VALUES (:id, :handle, :displayName, :passwordHash, :locale, :market, :createdAt, :request)
            ON CONFLICT (handle) DO NOTHING""";

    private static final String FIND = """
            SELECT id, handle, display_name, password_hash, locale, market, created_at
            FROM member WHERE id = :id""";

    private static final String FIND_BY_HANDLE = """
            SELECT id, handle, display_name, password_hash, locale, market, created_at
            FROM member WHERE handle = :handle""";

    private static final String SIGNED_UP_BY = FIND_BY_HANDLE + " AND sign_up_request = :request";

    private static final String HAS_HANDLE = "SELECT EXISTS (SELECT FROM member WHERE handle = :handle) AS taken";

    private final DatabaseClient database;

    MemberStore(DatabaseClient database) {
        this.database = database;
    }

    /// @param request hash of the request's key, if it has one
    /// @return whether it was stored; false if the handle is taken
    Mono<Boolean> insert(Member member, String passwordHash, @Nullable String request) {
        return database.sql(INSERT)
                .bind("id", member.id().value())
                .bind("handle", member.handle())
                .bind("displayName", member.displayName())
                .bind("passwordHash", passwordHash)
                .bind("locale", text(member.locale()))
                .bind("market", text(member.market()))
                .bind("createdAt", member.createdAt())
                .bind("request", text(request))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Member> find(MemberId id) {
        return database.sql(FIND)
                .bind("id", id.value())
                .map(MemberStore::toMember)
                .one();
    }

    /// The member with this handle, if that very request signed them up.
    Mono<Member> signedUpBy(String handle, String request) {
        return database.sql(SIGNED_UP_BY)
                .bind("handle", handle)
                .bind("request", request)
                .map(MemberStore::toMember)
                .one();
    }

    Mono<StoredCredentials> credentials(String handle) {
        return database.sql(FIND_BY_HANDLE)
                .bind("handle", handle)
                .map(row -> new StoredCredentials(toMember(row), text(row, "password_hash")))
                .one();
    }

    Mono<Boolean> isTaken(String handle) {
        return database.sql(HAS_HANDLE)
                .bind("handle", handle)
                .map(row -> Boolean.TRUE.equals(row.get("taken", Boolean.class)))
                .one();
    }

    private static Member toMember(Readable row) {
        return new Member(
                new MemberId(Objects.requireNonNull(row.get("id", UUID.class))),
                text(row, "handle"),
                text(row, "display_name"),
                row.get("locale", String.class),
                row.get("market", String.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
