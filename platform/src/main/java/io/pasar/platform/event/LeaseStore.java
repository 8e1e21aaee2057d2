package io.pasar.platform.event;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The `lease` table: who may run a loop that runs once per service. Time is the database's.
final class LeaseStore {

    private static final String ACQUIRE = """
            INSERT INTO lease AS held (name, owner, epoch, until)
            VALUES (:name, :owner, 1, clock_timestamp() + make_interval(secs => :seconds))
            ON CONFLICT (name) DO UPDATE
            SET owner = excluded.owner,
                epoch = held.epoch + CASE WHEN held.owner = excluded.owner THEN 0 ELSE 1 END,
                until = excluded.until
            WHERE held.owner = excluded.owner OR held.until < clock_timestamp()
            RETURNING epoch
            """;

    private static final String RELEASE =
            "UPDATE lease SET until = clock_timestamp() - interval '1 second' WHERE name = :name AND owner = :owner";

    private final DatabaseClient database;
    private final UUID owner;

    /// @param owner this instance, unlike every other one
    LeaseStore(DatabaseClient database, UUID owner) {
        this.database = database;
        this.owner = owner;
    }

    UUID owner() {
        return owner;
    }

    /// Takes or renews the lease.
    ///
    /// @return its epoch; empty if another instance has it
    Mono<Long> acquire(String name, Duration length) {
        return database.sql(ACQUIRE)
                .bind("name", name)
                .bind("owner", owner)
                .bind("seconds", length.toMillis() / 1000.0)
                .mapValue(Long.class)
                .one();
    }

    /// Gives the lease back, if it is still ours.
    Mono<Void> release(String name) {
        return database.sql(RELEASE).bind("name", name).bind("owner", owner).then();
    }
}
