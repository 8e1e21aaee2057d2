package io.pasar.standalone;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pasar as it runs for a newcomer: a process of its own, with a data folder and a port that stay the same over
/// restarts. Tests start it, end it in every way there is, and start it again.
public final class StandaloneProcess implements AutoCloseable {

    private static final Duration READY_MAX = Duration.ofMinutes(3);
    private static final Duration END_MAX = Duration.ofMinutes(1);

    private final Path home;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    private StandaloneProcess(Path home, int port) {
        this.home = home;
        this.port = port;
        environment.put("PASAR_HOME", home.toString());
        environment.put("PORT", Integer.toString(port));
        environment.put("PASAR_DEMO", "false");
    }

    /// A process, not started yet, with its data in the folder, on a free port and without a demo market.
    public static StandaloneProcess in(Path home) {
        return new StandaloneProcess(home, freePort());
    }

    /// Sets a variable of the process's environment for the starts to come.
    public StandaloneProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// Leaves a variable out of the environment of the starts to come.
    public StandaloneProcess without(String variable) {
        environment.remove(variable);
        return this;
    }

    /// Starts the process and waits until it says that it is ready.
    ///
    /// @throws IllegalStateException if it ends instead, with what it wrote
    public StandaloneProcess start() {
        launch();
        await().alias("ready").atMost(READY_MAX).until(() -> isReady() || !isRunning());
        if (!isReady()) {
            throw new IllegalStateException("Pasar did not start:\n" + output());
        }
        return this;
    }

    /// Starts the process and waits until it has given up.
    ///
    /// @return the exit code
    public int startAndFail() {
        launch();
        return awaitEnd();
    }

    /// As Ctrl-C does; waits for the end.
    ///
    /// @return the exit code
    public int interrupt() {
        return end("INT");
    }

    /// As a supervisor does; waits for the end.
    ///
    /// @return the exit code
    public int terminate() {
        return end("TERM");
    }

    /// SIGKILL to the process, to PostgreSQL and to Redis at once, as when the machine loses power; waits for the end.
    public void killAll() {
        List<ProcessHandle> all = Stream.concat(Stream.of(running().toHandle()), servers().stream())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(END_MAX).until(() -> all.stream().allMatch(StandaloneProcess::isGone));
    }

    /// SIGKILL to the JVM alone; waits for its end. Its servers are left to the watchdogs.
    public void killJvm() {
        running().destroyForcibly();
        awaitEnd();
    }

    /// PostgreSQL and Redis of this process that live at the moment, with all their children.
    public List<ProcessHandle> servers() {
        return Stream.of("postgres/data/postmaster.pid", "redis/redis-server.pid")
                .map(home::resolve)
                .filter(Files::exists)
                .map(StandaloneProcess::firstLine)
                .map(Long::valueOf)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .filter(server -> !isGone(server))
                .toList();
    }

    /// Everything the process wrote to the console since its latest start.
    public String output() {
        try {
            return Files.readString(console());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// An address at this process.
    ///
    /// @param path such as `/live/v1/rooms`
    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /// The port it serves on.
    public int port() {
        return port;
    }

    /// Whether the process lives.
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /// Ends the process, if it still lives.
    @Override
    public void close() {
        if (isRunning()) {
            terminate();
        }
    }

    private void launch() {
        try {
            Files.createDirectories(console().getParent());
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().putAll(environment);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(console().toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A build that runs in the background ignores SIGINT, and so would its children.
    private static List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isDirectory(Path.of("/proc/self"))) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-classpath", classPath(), "io.pasar.standalone.PasarApplication"));
        return command;
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isReady() {
        return output().contains("Pasar is ready at http://localhost:" + port);
    }

    private int end(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + running().pid())
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return awaitEnd();
    }

    private int awaitEnd() {
        Process ending = running();
        try {
            if (!ending.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Pasar does not end:\n" + output());
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return ending.exitValue();
    }

    private Process running() {
        return Objects.requireNonNull(process, "start it first");
    }

    private Path console() {
        return Path.of("target", "standalone", home.getFileName() + "-" + port + ".log");
    }

    private static boolean isGone(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        return !process.isAlive() || (Files.exists(stat) && firstLine(stat).contains(") Z "));
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException gone) {
            return "";
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
