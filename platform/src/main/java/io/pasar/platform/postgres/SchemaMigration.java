package io.pasar.platform.postgres;

import java.time.Duration;
import org.flywaydb.core.Flyway;

/// Brings the service's schema to the version its code needs, before anything else touches the database.
///
/// The platform's scripts are `platform/db/V0001` to `V0099`, a service's own start at `V0101`, so an older
/// number may arrive later than a newer one: that is why they may run out of order.
final class SchemaMigration {

    private static final Duration RETRY_PAUSE_MAX = Duration.ofSeconds(2);
    private static final int CONNECT_RETRIES = 5;

    private SchemaMigration() {}

    /// Blocks until done; for the start of a process only.
    ///
    /// @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or a script fails
    static void migrate(JdbcAddress address, String schema) {
        ClassLoader classes = SchemaMigration.class.getClassLoader();
        Flyway.configure(classes)
                .dataSource(address.url(), address.user(), address.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("classpath:platform/db", "classpath:" + schema + "/db")
                .failOnMissingLocations(false)
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval((int) RETRY_PAUSE_MAX.toSeconds())
                .load()
                .migrate();
    }
}
