package io.pasar.platform.postgres;

import io.pasar.platform.start.ServerAway;
import io.pasar.platform.start.ServerWait;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/// Brings the service's schema to the version its code needs, before anything else touches the database.
///
/// The platform's scripts are `platform/db/V0001` to `V0099`, a service's own start at `V0101`, so an older
/// number may arrive later than a newer one: that is why they may run out of order.
final class SchemaMigration {

    private static final String SERVER = "PostgreSQL (PASAR_POSTGRES_URL)";

    /// Connection exceptions, too many connections, and a server that is shutting down or not up yet.
    private static final Pattern PASSING = Pattern.compile("08...|53300|57P0[123]");

    private SchemaMigration() {}

    /// Blocks until done; for the start of a process only.
    ///
    /// @param within how long to wait for a database that does not answer yet
    /// @throws ServerAway if it does not come
    /// @throws org.flywaydb.core.api.FlywayException if a script fails
    static void migrate(JdbcAddress address, String schema, Duration within) {
        new ServerWait(SERVER, within, SchemaMigration::mayPass).until(() -> knock(address));
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
                .load()
                .migrate();
    }

    private static boolean knock(JdbcAddress address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return connection.isValid(0);
        }
    }

    private static boolean mayPass(Exception failure) {
        return failure instanceof SQLException refused
                && refused.getSQLState() != null
                && PASSING.matcher(refused.getSQLState()).matches();
    }
}
