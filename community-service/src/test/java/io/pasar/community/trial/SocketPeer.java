package io.pasar.community.trial;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client on the community socket, with the JDK's own WebSocket.
public final class SocketPeer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    private SocketPeer(int port) {
        socket = client.newWebSocketBuilder()
                .subprotocols("pasar.v1")
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(URI.create("ws://localhost:" + port + "/community/v1/socket"), new Ears())
                .join();
    }

    public static SocketPeer open(int port) {
        return new SocketPeer(port);
    }

    /// Says hello with the member's token, as frame 1.
    public void hello(TestMember member) {
        say("{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"" + member.token() + "\"}}");
    }

    public void say(String frame) {
        socket.sendText(frame, true).join();
    }

    /// The next frame that is as wanted; others before it are skipped.
    public JsonNode next(Predicate<JsonNode> wanted) {
        while (true) {
            JsonNode frame = JSON.readTree(poll());
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    /// The code the server closed with.
    public int closed() {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(closed::isDone);
        return closed.join();
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private String poll() {
        try {
            return requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was heard");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private final class Ears implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }
    }
}
