package io.pasar.embedded;

import io.pasar.embedded.Commands.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A PostgreSQL 18 with one database, `pasar`, owned by the user `pasar`. What it has acknowledged is on the disk:
/// `fsync`, `synchronous_commit` and `full_page_writes` are on.
public final class PostgresServer extends EmbeddedServer {

    private static final String NAME = "pasar";
    private static final String FAST_SHUTDOWN = "INT";

    /// Recovery after a crash replays up to `max_wal_size` of log.
    private static final int START_SECONDS_MAX = 120;

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "timezone=UTC",
            "log_timezone=UTC",
            "jit=off");

    /// Makes the folder and the password when missing; starts nothing yet.
    public PostgresServer(ServerPlace place) {
        super(place, "PostgreSQL 18", "postgres", FAST_SHUTDOWN);
    }

    /// `r2dbc:postgresql://pasar:…@127.0.0.1:port/pasar`.
    @Override
    public String url() {
        return "r2dbc:postgresql://%s:%s@127.0.0.1:%d/%s".formatted(NAME, password(), port(), NAME);
    }

    /// The same address for JDBC, with user and password as parameters.
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(port(), NAME, NAME, password());
    }

    @Override
    OwnProcess launch() {
        Path programs = new Binaries(place().cache()).postgres().resolve("bin");
        Privileges privileges = Privileges.current();
        initialiseOnce(programs, privileges);
        forgetStalePid();
        Outcome outcome = Commands.run(privileges.command(startCommand(programs)));
        OwnProcess started = found().orElseThrow(() -> failure(outcome.output()));
        if (!outcome.succeeded()) {
            started.killTree();
            throw failure(outcome.output());
        }
        return started;
    }

    @Override
    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /// After a crash the file may name a number that another program has got since; PostgreSQL would refuse to
    /// start as long as that one lives. That no server of ours lives was just seen to.
    private void forgetStalePid() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A first start that was cut short leaves a folder without the marker that comes last; it is made anew.
    private void initialiseOnce(Path programs, Privileges privileges) {
        Path done = place().folder().resolve("initialised");
        if (Files.exists(done)) {
            return;
        }
        try {
            Folders.delete(data());
            expectSuccess(Commands.run(privileges.command(initCommand(programs))));
            List<String> alone =
                    List.of(program(programs, "postgres"), "--single", "-D", data().toString(), "postgres");
            expectSuccess(Commands.run(privileges.command(alone), "CREATE DATABASE " + NAME + "\n"));
            Files.createFile(done);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> initCommand(Path programs) {
        List<String> command = new ArrayList<>(List.of(program(programs, "initdb"), "--no-instructions"));
        command.addAll(List.of("-D", data().toString(), "-U", NAME, "-E", "UTF8", "--auth=scram-sha-256"));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.add("--pwfile=" + passwordFile());
        if (place().temporary()) {
            command.add("--no-sync");
        }
        return command;
    }

    private List<String> startCommand(Path programs) {
        String settings = " -c " + String.join(" -c ", SETTINGS);
        List<String> command = new ArrayList<>(List.of(program(programs, "pg_ctl"), "start", "-s", "-w"));
        command.addAll(List.of("-t", Integer.toString(START_SECONDS_MAX), "-D", data().toString()));
        command.addAll(List.of("-l", log().toString(), "-o", "-p " + port() + settings));
        return command;
    }

    private static String program(Path programs, String name) {
        return programs.resolve(name).toString();
    }

    private static void expectSuccess(Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new ServerFailure("PostgreSQL could not set up its data folder:\n" + outcome.output());
        }
    }
}
