package io.pasar.live;

import static org.awaitility.Awaitility.await;

import io.pasar.platform.json.PlatformJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the room socket, on the JDK's WebSocket. It remembers every frame it got.
public final class RoomClient implements AutoCloseable {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicLong ids = new AtomicLong();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private RoomClient(URI address, Map<String, String> handshake) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("pasar.v1");
        handshake.forEach(builder::header);
        socket = builder.buildAsync(address, new Ears())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /// Opens a socket that has said nothing yet.
    public static RoomClient open(int port, String room) {
        return open(port, room, Map.of());
    }

    /// The same with a token in the handshake.
    public static RoomClient openWith(int port, String room, String token) {
        return open(port, room, Map.of("Authorization", "Bearer " + token));
    }

    /// The same with headers in the handshake.
    public static RoomClient open(int port, String room, Map<String, String> handshake) {
        return new RoomClient(address(port, room), handshake);
    }

    /// Opens a socket, says hello and joins.
    ///
    /// @param token null for a guest
    public static RoomClient join(int port, String room, @Nullable String token) {
        RoomClient client = open(port, room);
        client.hello(token);
        client.ask("room.join", Map.of());
        return client;
    }

    static URI address(int port, String room) {
        return URI.create("ws://localhost:" + port + "/live/v1/rooms/" + room + "/socket");
    }

    public JsonNode hello(@Nullable String token) {
        return ask("hello", token == null ? Map.of() : Map.of("token", token));
    }

    /// Sends a command and waits for its answer.
    public JsonNode ask(String type, Map<String, ?> data) {
        return answer(say(type, data));
    }

    /// The same with an idempotency key.
    public JsonNode ask(String type, Map<String, ?> data, String key) {
        long id = ids.incrementAndGet();
        text(JSON.writeValueAsString(Map.of("id", id, "type", type, "data", data, "key", key)));
        return answer(id);
    }

    /// Sends a command without waiting.
    public long say(String type, Map<String, ?> data) {
        long id = ids.incrementAndGet();
        text(JSON.writeValueAsString(Map.of("id", id, "type", type, "data", data)));
        return id;
    }

    /// Sends one text message.
    public void text(String text) {
        socket.sendText(text, true).join();
    }

    /// Sends one part of a text message.
    public void part(String text, boolean last) {
        socket.sendText(text, last).join();
    }

    public void binary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public JsonNode answer(long id) {
        return frame(frame -> frame.path("re").asLong(-1) == id);
    }

    /// Waits for the first event of a type.
    public JsonNode event(String type) {
        return frame(frame -> frame.path("type").asString("").equals(type));
    }

    /// Waits for the first frame that fits, of those that came already too.
    public JsonNode frame(Predicate<JsonNode> wanted) {
        await("a frame that fits among " + frames.size())
                .atMost(PATIENCE)
                .until(() -> frames.stream().anyMatch(wanted));
        return frames.stream().filter(wanted).findFirst().orElseThrow();
    }

    /// Every frame so far.
    public List<JsonNode> frames() {
        return frames;
    }

    /// Kept events that came live, in order of arrival.
    public List<JsonNode> kept() {
        return frames.stream().filter(frame -> frame.has("seq")).toList();
    }

    /// Waits until the server has closed.
    public int closeCode() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /// Cuts the connection without a word.
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(_ -> socket)
                .join();
    }

    private final class Ears implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(1006);
        }
    }
}
