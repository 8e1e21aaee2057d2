package io.pasar.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.platform.json.PlatformJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/// Requests that arrive slowly, at a server that allows a head two seconds and a body three, and another second
/// for every 1,000 bytes.
class RequestPaceHandlerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BODY_WITHIN = Duration.ofSeconds(3);
    private static final String HEAD = "POST /length HTTP/1.1\r\nHost: localhost\r\n";

    private DisposableServer server;

    @BeforeEach
    void start() {
        server = start(DataSize.ofBytes(1000));
    }

    private static DisposableServer start(DataSize bodyRate) {
        WebProperties settings = new WebProperties(
                DataSize.ofMegabytes(1), List.of(), List.of(), Duration.ofSeconds(2), BODY_WITHIN, bodyRate);
        HttpServer plain = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/length", (request, response) -> response.sendString(length(request)))
                        .post(
                                "/later",
                                (request, response) -> response.sendString(
                                        Mono.delay(BODY_WITHIN.multipliedBy(2)).then(length(request))))
                        .ws("/echo", (in, out) -> out.sendString(in.receive().asString())));
        return new RequestPaceProvider(settings, PlatformJson.mapper())
                .apply(plain)
                .bindNow();
    }

    private static Mono<String> length(HttpServerRequest request) {
        return request.receive()
                .asString()
                .map(String::length)
                .reduce(0, Integer::sum)
                .map(String::valueOf);
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void refusesAHeadThatTrickles() throws IOException {
        try (Socket socket = connect()) {
            assertThat(trickled(socket, HEAD + "X-Long: " + "a".repeat(1000))).contains("HTTP/1.1 408 ");
        }
    }

    @Test
    void refusesABodyThatTrickles() throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 100000\r\n\r\n");
            assertThat(trickled(socket, "a".repeat(1000)))
                    .contains("HTTP/1.1 408 ", "application/problem+json", "/problems/request-timeout");
        }
    }

    @Test
    void refusesABodyThatNeverComesOnAConnectionThatWasFine() throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 2\r\n\r\nab");
            send(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            assertThat(rest(socket)).contains("HTTP/1.1 200 ", "HTTP/1.1 408 ");
        }
    }

    @Test
    void takesALongBodyThatKeepsThePace() throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Connection: close\r\nContent-Length: 15000\r\n\r\n");
            long begun = System.nanoTime();
            for (int part = 1; part <= 5; part++) {
                long due = begun + part * 1_000_000_000L;
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() - due > 0);
                send(socket, "a".repeat(3000));
            }
            assertThat(rest(socket)).contains("HTTP/1.1 200 ").endsWith("\r\n15000");
        }
    }

    @Test
    void doesNotBlameTheSenderForAServiceThatDoesNotRead() throws IOException {
        server.disposeNow();
        server = start(DataSize.ofGigabytes(1));
        try (Socket socket = connect()) {
            String body = "a".repeat(4 << 20);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                try {
                    send(
                            socket,
                            HEAD.replace("/length", "/later") + "Connection: close\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            assertThat(rest(socket)).contains("HTTP/1.1 200 ").endsWith("\r\n" + body.length());
            assertThat(sent).isCompleted();
        }
    }

    @Test
    void letsAConnectionRestBetweenRequests() throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD + "Content-Length: 2\r\n\r\nab");
            long begun = System.nanoTime();
            await().atMost(PATIENCE).until(() -> System.nanoTime() - begun > 4_000_000_000L);
            send(socket, HEAD + "Connection: close\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(rest(socket)).doesNotContain(" 408 ").containsSubsequence("200 OK", "200 OK");
        }
    }

    @Test
    void leavesAWebSocketAlone() {
        CompletableFuture<String> echo = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/echo"), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        echo.complete(text.toString());
                        return null;
                    }

                    @Override
                    public void onError(WebSocket from, Throwable failure) {
                        echo.completeExceptionally(failure);
                    }

                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                        echo.completeExceptionally(new IllegalStateException("closed with " + code));
                        return null;
                    }
                })
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        socket.sendText("half ", false).join();
        long begun = System.nanoTime();
        await().atMost(PATIENCE).until(() -> System.nanoTime() - begun > 4_000_000_000L);
        socket.sendText("and whole", true).join();
        assertThat(echo).succeedsWithin(PATIENCE);
        socket.abort();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /// Sends ten bytes a second until something comes back; all that comes.
    private static String trickled(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        int[] sent = {0};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            out.write(text.charAt(sent[0]++ % text.length()));
            out.flush();
            return in.available() > 0;
        });
        return rest(socket);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /// Everything up to the end of the connection.
    private static String rest(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                text.append((char) next);
            }
        } catch (SocketException reset) {
            // It was closed while we were still sending.
        }
        return text.toString();
    }
}
