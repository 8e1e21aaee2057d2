package io.pasar.embedded;

import io.pasar.embedded.Commands.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A Redis 7.0 that keeps what it acknowledged: append-only file, `appendfsync always`. With `everysec` a SIGKILL
/// can lose acknowledged writes, because Redis postpones `write()` while a background `fsync` runs.
public final class RedisServer extends EmbeddedServer {

    private static final String PROGRAM = "redis-server";
    private static final Duration PID_FILE_MAX = Duration.ofSeconds(5);
    private static final Duration LOADING_MAX = Duration.ofMinutes(2);
    /// Makes the folder and the password when missing; starts nothing yet.
    public RedisServer(ServerPlace place) {
        super(place, "Redis 7.0", PROGRAM, "TERM");
    }

    /// `redis://:…@127.0.0.1:port`.
    @Override
    public String url() {
        return "redis://:%s@127.0.0.1:%d".formatted(password(), port());
    }

    @Override
    OwnProcess launch() {
        Path program = new Binaries(place().cache()).redis().resolve(PROGRAM);
        Outcome outcome =
                Commands.run(List.of(program.toString(), writeSettings().toString()));
        if (!outcome.succeeded() || !Patience.until(() -> found().isPresent(), PID_FILE_MAX)) {
            throw failure(outcome.output());
        }
        OwnProcess started = found().orElseThrow(() -> failure("it ended at once"));
        RedisProbe probe = new RedisProbe(port(), password());
        if (!Patience.until(() -> probe.answers() || !started.lives(), LOADING_MAX) || !started.lives()) {
            started.killTree();
            throw failure("it does not answer");
        }
        return started;
    }

    @Override
    Path pidFile() {
        return place().folder().resolve("redis-server.pid");
    }

    /// The password stands in this file rather than in the command line, which every user may read.
    private Path writeSettings() {
        Path file = place().folder().resolve("redis.conf");
        try {
            Secrets.folder(data());
            Files.deleteIfExists(pidFile());
            Secrets.write(file, settings());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private String settings() {
        return """
            bind 127.0.0.1
            port %d
            protected-mode yes
            requirepass %s
            dir %s
            pidfile %s
            logfile %s
            appendonly yes
            appendfsync always
            save ""
            maxmemory-policy noeviction
            tcp-backlog 128
            daemonize yes
            set-proc-title no
            """.formatted(port(), password(), quoted(data()), quoted(pidFile()), quoted(log()));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
