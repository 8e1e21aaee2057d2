package io.pasar.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerIT {

    @TempDir
    Path folder;

    private PostgresServer server;

    @BeforeEach
    void prepare() {
        server = new PostgresServer(ServerPlace.lasting(folder.resolve("a folder"), TestCache.FOLDER));
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void isDurable(String setting) throws SQLException {
        assertThat(query("SHOW " + setting)).isEqualTo("on");
    }

    @Test
    void keepsCommittedRowsOverAKill() throws SQLException {
        execute("CREATE TABLE kept (n int)");
        execute("INSERT INTO kept VALUES (7)");

        server.kill();

        assertThat(server.running()).isFalse();
        server.start();
        assertThat(query("SELECT n FROM kept")).isEqualTo("7");
    }

    @Test
    void leavesNoProcessBehindWhenKilledWithBusyBackEnds() throws SQLException {
        try (Connection idle = connect()) {
            assertThat(idle.isValid(5)).isTrue();
            List<ProcessHandle> tree =
                    ProcessHandle.of(server.pid()).orElseThrow().descendants().toList();
            assertThat(tree).hasSizeGreaterThan(3);

            server.kill();

            assertThat(tree).allMatch(OwnProcess::isGone);
        }
    }

    @Test
    void keepsAddressAndDataOverARestartByAnotherJvm() throws SQLException {
        execute("CREATE TABLE kept (n int)");
        server.stop();
        int port = server.port();

        server = new PostgresServer(new ServerPlace(folder.resolve("a folder"), TestCache.FOLDER, port, false));
        server.start();

        assertThat(query("SELECT count(*) FROM kept")).isEqualTo("0");
    }

    @Test
    void replacesAnOrphanOfItsOwnFolder() throws SQLException {
        execute("CREATE TABLE kept (n int)");
        ProcessHandle orphan = ProcessHandle.of(server.pid()).orElseThrow();

        server = new PostgresServer(ServerPlace.lasting(folder.resolve("a folder"), TestCache.FOLDER));
        server.start();

        assertThat(OwnProcess.isGone(orphan)).isTrue();
        assertThat(query("SELECT count(*) FROM kept")).isEqualTo("0");
    }

    @Test
    void doesNotTouchAStrangerThatGotTheNumberInAStalePidFile() throws IOException {
        server.kill();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path pidFile = folder.resolve("a folder/data/postmaster.pid");
            List<String> lines = Files.readAllLines(pidFile);
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(pidFile, lines);

            server.start();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(server.running()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refusesAWrongPassword() {
        String wrong = server.jdbcUrl().replaceAll("password=.*", "password=guess");

        assertThatThrownBy(() -> DriverManager.getConnection(wrong))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsThePasswordForItsOwnerAlone() throws IOException {
        var permissions = Files.getPosixFilePermissions(folder.resolve("a folder/password"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(server.toString()).doesNotContain(Files.readString(folder.resolve("a folder/password")));
    }

    @Test
    void saysWhatTheLogSaysWhenItDoesNotStart() throws IOException {
        server.stop();
        Files.writeString(folder.resolve("a folder/data/PG_VERSION"), "17\n");

        assertThatThrownBy(server::start)
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("database files are incompatible with server");
    }

    @Test
    void makesAFolderAnewWhoseFirstStartWasCutShort() throws IOException, SQLException {
        server.stop();
        Files.delete(folder.resolve("a folder/initialised"));
        Files.delete(folder.resolve("a folder/data/PG_VERSION"));

        server.start();

        assertThat(query("SELECT current_database()")).isEqualTo("pasar");
    }

    @Test
    void stopsInTimeAlthoughAClientStaysConnected() throws SQLException {
        try (Connection idle = connect()) {
            assertThat(idle.isValid(5)).isTrue();
            long start = System.nanoTime();

            server.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl());
    }
}
