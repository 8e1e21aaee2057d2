package io.pasar.load.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A standalone Pasar of our own: a free port, an empty data folder, no demo market.
final class StandaloneServer implements AutoCloseable {

    private static final Duration READY_MAX = Duration.ofMinutes(5);
    private static final Duration END_MAX = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final Process process;
    private final Path home;
    private final Path console;
    private final int port;

    private StandaloneServer(Process process, Path home, Path console, int port) {
        this.process = process;
        this.home = home;
        this.console = console;
        this.port = port;
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param jar the executable jar of `standalone`
    /// @param flags for its JVM
    /// @param console the file its output goes to
    static StandaloneServer start(Path jar, List<String> flags, Path console) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("pasar-load-").toRealPath();
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PASAR_"));
        builder.environment().put("PASAR_HOME", home.toString());
        builder.environment().put("PASAR_DEMO", "false");
        builder.environment().put("PORT", Integer.toString(port));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        StandaloneServer server = new StandaloneServer(process, home, console, port);
        server.awaitReady();
        return server;
    }

    /// The `java` of the JVM we run on.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    String base() {
        return "http://localhost:" + port;
    }

    /// What its JVM and its servers have used of the processors until now, as far as it can be told. PostgreSQL
    /// is nobody's child, but works in our data folder.
    Duration cpu() {
        return Stream.concat(
                        Stream.of(process.toHandle()),
                        ProcessHandle.allProcesses().filter(this::isServer))
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private boolean isServer(ProcessHandle one) {
        try {
            return Path.of("/proc", Long.toString(one.pid()), "cwd")
                    .toRealPath()
                    .startsWith(home);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /// As a supervisor ends it; then its data are gone too.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            delete(home);
        } catch (IOException failure) {
            System.err.println("could not delete " + home + ": " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(READY_MAX);
        while (!isReady()) {
            if (process.waitFor(1, TimeUnit.SECONDS) || Instant.now().isAfter(latest)) {
                close();
                throw new IllegalStateException("Pasar did not start:\n" + Files.readString(console));
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        URI readiness = URI.create(base() + "/actuator/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.deleteIfExists(one);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
