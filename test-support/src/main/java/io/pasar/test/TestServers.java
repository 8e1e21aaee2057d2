package io.pasar.test;

import io.pasar.embedded.EmbeddedServer;
import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.embedded.ServerPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.FileSystemUtils;

/// Servers for one test alone, which it may kill, restart or put a [TcpProxy] before. They run in temporary folders
/// and end, folders included, with this JVM: by a shutdown hook, or by a watchdog when the JVM is killed.
public final class TestServers {

    private static final List<EmbeddedServer> STARTED = new CopyOnWriteArrayList<>();
    private static final Path FOLDER = temporaryFolder();

    private TestServers() {}

    /// A PostgreSQL of its own with an empty database, running.
    public static PostgresServer postgres() {
        return started(new PostgresServer(place("postgres")));
    }

    /// A Redis of its own, empty, running.
    public static RedisServer redis() {
        return started(new RedisServer(place("redis")));
    }

    /// Where tests unpack server binaries: once a machine and user.
    public static Path binaries() {
        return Path.of(System.getProperty("user.home"), ".cache", "pasar", "binaries");
    }

    private static ServerPlace place(String name) {
        return ServerPlace.temporary(FOLDER.resolve(name + "-" + System.nanoTime()), binaries());
    }

    private static <S extends EmbeddedServer> S started(S server) {
        STARTED.add(server);
        server.start();
        return server;
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("pasar-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "test-servers-end"));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Kills rather than stops: the data are thrown away next.
    private static void end(Path folder) {
        STARTED.parallelStream().forEach(EmbeddedServer::kill);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            System.err.println("left behind: " + left.getMessage());
        }
    }
}
