package io.pasar.standalone.story;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One person's socket in a room: sends commands, waits for their answers and remembers every event.
public final class RoomClient implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int ABNORMAL = 1006;

    private final StringBuilder text = new StringBuilder();
    private final AtomicInteger ids = new AtomicInteger();
    private final ConcurrentHashMap<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final WebSocket socket;

    private RoomClient(Api api, String room) {
        URI http = api.base().resolve("/live/v1/rooms/" + room + "/socket");
        socket = api.http()
                .newWebSocketBuilder()
                .subprotocols("pasar.v1")
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create("ws" + http.toString().substring("http".length())), this)
                .join();
    }

    /// Connects and says hello, with the person's token if there is one.
    public static RoomClient connect(Api api, String room) {
        RoomClient client = new RoomClient(api, room);
        ObjectNode hello = Api.JSON.createObjectNode().put("client", "story/1");
        api.token().ifPresent(token -> hello.put("token", token));
        client.ask("hello", hello);
        return client;
    }

    /// Joins from the beginning, or from where an earlier connection ended.
    public JsonNode join(Optional<JsonNode> since) {
        ObjectNode data = Api.JSON.createObjectNode();
        since.ifPresent(position -> data.set("since", position));
        JsonNode joined = ask("room.join", data);
        joined.path("events").forEach(events::add);
        return joined;
    }

    /// Sends a command and answers with its `data`; a refusal fails the test.
    public JsonNode ask(String type, JsonNode data) {
        JsonNode answer = exchange(type, data);
        if (answer.has("error")) {
            throw new AssertionError(type + " was refused: " + answer);
        }
        return answer.path("data");
    }

    /// Sends a command that must be refused and answers with its `error`.
    public JsonNode refused(String type, JsonNode data) {
        JsonNode answer = exchange(type, data);
        if (!answer.has("error")) {
            throw new AssertionError(type + " was not refused: " + answer);
        }
        return answer.path("error");
    }

    /// The first event of the type that fits, as soon as it is there.
    public JsonNode await(String type, Predicate<JsonNode> fits) {
        return Awaitility.await(type)
                .atMost(PATIENCE)
                .until(() -> find(type, fits), Optional::isPresent)
                .orElseThrow();
    }

    public Optional<JsonNode> find(String type, Predicate<JsonNode> fits) {
        return events.stream()
                .filter(event -> type.equals(event.path("type").asString()))
                .filter(event -> fits.test(event.path("data")))
                .findFirst();
    }

    /// The sequence numbers of all kept events, in the order in which they arrived.
    public List<Long> sequence() {
        return events.stream()
                .filter(event -> event.has("seq"))
                .map(event -> event.path("seq").asLong())
                .toList();
    }

    /// Waits for the end of the connection, however it comes; the close code, or 1006 if there was none.
    public int awaitEnd() {
        return ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Sends a text the server must not take.
    public int sendAndAwaitClose(String frame) {
        socket.sendText(frame, true).exceptionally(_ -> socket).join();
        return awaitEnd();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private JsonNode exchange(String type, JsonNode data) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode frame = Api.JSON.createObjectNode().put("id", id).put("type", type);
        frame.set("data", data);
        if ("sale.reserve".equals(type)) {
            frame.put("key", "story-" + UUID.randomUUID());
        }
        socket.sendText(frame.toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            take(Api.JSON.readTree(text.toString()));
            text.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        ended.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        ended.complete(ABNORMAL);
    }

    private void take(JsonNode frame) {
        if (!frame.has("re")) {
            events.add(frame);
            return;
        }
        CompletableFuture<JsonNode> waiting = answers.remove(frame.path("re").asInt());
        if (waiting == null) {
            throw new AssertionError("an answer nobody waits for: " + frame);
        }
        waiting.complete(frame);
    }
}
