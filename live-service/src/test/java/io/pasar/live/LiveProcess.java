package io.pasar.live;

import io.pasar.test.TestTokens;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The live service as a process of its own, to be killed.
public final class LiveProcess implements AutoCloseable {

    private static final File LOG = new File("target", "live-process.log");

    private final Process process;
    private final int port;

    private LiveProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it on a free port and waits until it listens.
    ///
    /// @param arguments such as [#settings] and what comes on top of them
    public static LiveProcess start(List<String> arguments) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LiveProcess.class.getName(),
                "--server.port=" + port));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> listens(port) || !process.isAlive());
        return new LiveProcess(process, port);
    }

    /// Where the stores are, and whom to trust.
    public static List<String> settings(String postgresUrl, String redisUrl) {
        return List.of(
                "--pasar.postgres.url=" + postgresUrl,
                "--pasar.redis.url=" + redisUrl,
                "--pasar.auth.issuers[0].issuer=" + TestTokens.issuer(),
                "--pasar.auth.issuers[0].jwks=" + TestTokens.jwks());
    }

    public int port() {
        return port;
    }

    /// SIGKILL, waited for.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Runs until it is killed, or until the process that started it ends and with it the standard input.
    static void main(String[] arguments) throws IOException {
        new SpringApplicationBuilder(LiveServiceApplication.class)
                .properties("spring.config.name=live-service")
                .run(arguments);
        while (System.in.read() >= 0) {
            // Nothing is ever written to it.
        }
        Runtime.getRuntime().halt(1);
    }
}
