package io.pasar.community.token;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// SQL of signing keys.
@Repository
class SigningKeyStore {

    /// Lets one node at a time make a key; released when the transaction ends. The number is `signing_key`
    /// hashed.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('signing_key', 0))";

    private static final String ALL = """
            SELECT kid, public_key, private_key, sealed, published_at, signs_from FROM signing_key""";

    private static final String INSERT = """
            INSERT INTO signing_key (kid, public_key, private_key, sealed, published_at, signs_from)
            VALUES (:kid, :publicKey, :privateKey, :sealed, :publishedAt, :signsFrom)""";

    private static final String REMOVE = "DELETE FROM signing_key WHERE kid = ANY(:kids)";

    private final DatabaseClient database;

    SigningKeyStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> lock() {
        return database.sql(LOCK).fetch().first().then();
    }

    Flux<StoredSigningKey> all() {
        return database.sql(ALL).map(SigningKeyStore::toKey).all();
    }

    Mono<Void> insert(StoredSigningKey key) {
        return database.sql(INSERT)
                .bind("kid", key.kid())
                .bind("publicKey", key.publicKey())
                .bind("privateKey", key.privateKey())
                .bind("sealed", key.sealed())
                .bind("publishedAt", key.publishedAt())
                .bind("signsFrom", key.signsFrom())
                .then();
    }

    Mono<Void> remove(List<String> kids) {
        return database.sql(REMOVE).bind("kids", kids.toArray(String[]::new)).then();
    }

    private static StoredSigningKey toKey(Readable row) {
        return new StoredSigningKey(
                Objects.requireNonNull(row.get("kid", String.class)),
                Objects.requireNonNull(row.get("public_key", byte[].class)),
                Objects.requireNonNull(row.get("private_key", byte[].class)),
                Boolean.TRUE.equals(row.get("sealed", Boolean.class)),
                Objects.requireNonNull(row.get("published_at", Instant.class)),
                Objects.requireNonNull(row.get("signs_from", Instant.class)));
    }
}
