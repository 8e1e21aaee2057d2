package io.pasar.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One server process that keeps its data in a folder of its own.
///
/// The data survive [#stop()], [#kill()] and the end of this JVM. When this JVM ends without stopping the
/// server, a watchdog stops it; should that fail too, the next [#start()] finds the orphan by the pid file in the
/// folder, verifies that it works on this folder, stops it and starts anew. The server listens on 127.0.0.1 only
/// and wants a password, made at random and kept in the folder. It lives in a process session of its own: Ctrl-C
/// in the terminal reaches the JVM alone.
public abstract sealed class EmbeddedServer implements AutoCloseable permits PostgresServer, RedisServer {

    private static final int LOG_LINES = 12;

    private final ServerPlace place;
    private final String name;
    private final String program;
    private final String endSignal;
    private final String password;
    private @Nullable OwnProcess process;
    private @Nullable Watchdog watchdog;

    /// @param name what people call it
    /// @param program file name of the program
    /// @param endSignal the signal that ends the program in an orderly way
    EmbeddedServer(ServerPlace place, String name, String program, String endSignal) {
        this.place = place;
        this.name = name;
        this.program = program;
        this.endSignal = endSignal;
        try {
            Secrets.folder(place.folder());
            this.password = Secrets.passwordIn(passwordFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts the server and returns when it takes connections; data already in the folder are used.
    ///
    /// @throws ServerFailure if it does not start, with the last lines of its log
    /// @throws IllegalStateException if it runs already
    public final synchronized void start() {
        if (running()) {
            throw new IllegalStateException(this + " runs already");
        }
        found().ifPresent(orphan -> orphan.end(endSignal));
        Logs.beginAnew(log());
        process = launch();
        watchdog = Watchdog.over(process, endSignal, place);
    }

    /// Ends the server in an orderly way and waits for it; kills it if it does not end in time. Does nothing if it
    /// does not run.
    public final synchronized void stop() {
        if (process != null) {
            process.end(endSignal);
            forget();
        }
    }

    /// Ends the server as a crash would: SIGKILL to its whole process tree, and to nothing else, waited for.
    public final synchronized void kill() {
        if (process != null) {
            process.killTree();
            forget();
        }
    }

    /// Stops and starts; after [#kill()] it recovers. Afterwards the server runs on the same address with the same
    /// data.
    public final synchronized void restart() {
        stop();
        start();
    }

    /// Whether the server's process lives.
    public final synchronized boolean running() {
        return process != null && process.lives();
    }

    /// The process id of the server's main process.
    ///
    /// @throws IllegalStateException if it does not run
    public final synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(this + " does not run");
        }
        return process.handle().pid();
    }

    /// The address with user and password, as the environment variables of Pasar take it. It stays the same from
    /// the making of this object on, over every restart.
    public abstract String url();

    /// The port on 127.0.0.1.
    public final int port() {
        return place.port();
    }

    /// The server's log since its latest start; the one before it is beside it with the ending `.1`.
    public final Path log() {
        return place.folder().resolve(program + ".log");
    }

    /// As [#stop()].
    @Override
    public final void close() {
        stop();
    }

    /// What people call it, such as `PostgreSQL 18`.
    public final String name() {
        return name;
    }

    /// Its name and folder; never the password.
    @Override
    public final String toString() {
        return name + " in " + place.folder();
    }

    /// Starts the program on a folder that no other process uses, and returns when it takes connections.
    abstract OwnProcess launch();

    /// Where the program writes its process id.
    abstract Path pidFile();

    final ServerPlace place() {
        return place;
    }

    final Path data() {
        return place.folder().resolve("data");
    }

    final String password() {
        return password;
    }

    final Path passwordFile() {
        return place.folder().resolve("password");
    }

    /// The live process that the pid file names, if it is ours.
    final Optional<OwnProcess> found() {
        return OwnProcess.in(pidFile(), program, data());
    }

    /// @param reason what the starting command wrote; told only if the log has nothing to say
    final ServerFailure failure(String reason) {
        String tail = Logs.tail(log(), LOG_LINES);
        return new ServerFailure(
                tail.isBlank()
                        ? name + " did not start: " + reason.strip()
                        : "%s did not start; its log %s ends:%n%s".formatted(name, log(), tail));
    }

    private void forget() {
        if (watchdog != null) {
            watchdog.dismiss();
        }
        process = null;
        watchdog = null;
    }
}
