package io.pasar.standalone.demo;

import static io.pasar.standalone.demo.ContractClient.body;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One person in a room. Of what the room says it reads only answers and the number of viewers.
final class SeatSocket implements WebSocket.Listener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 15;
    private static final String ANSWER = "{\"re\":";
    private static final String VIEWERS = "{\"type\":\"viewers\"";

    private final StringBuilder text = new StringBuilder();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private @Nullable WebSocket socket;
    private volatile boolean open = true;
    private volatile int viewers;

    private SeatSocket() {}

    /// Connects, says who it is, and joins.
    static SeatSocket take(ContractClient contract, String room, Person person) {
        SeatSocket seat = new SeatSocket();
        String token = person.accessToken();
        seat.socket = contract.open(room, seat);
        try {
            seat.ask("hello", body("token", token, "client", "pasar-demo/1"));
            seat.ask("room.join", Map.of());
            return seat;
        } catch (RuntimeException failure) {
            seat.close();
            throw failure;
        }
    }

    boolean isOpen() {
        return open;
    }

    /// How many watched the room when it was last told.
    int viewers() {
        return viewers;
    }

    void say(String line) {
        ask("chat.send", body("text", line));
    }

    void react(String kind, int count) {
        ask("reaction.add", body("kind", kind, "count", count));
    }

    @Override
    public void close() {
        over();
        if (socket != null) {
            socket.abort();
        }
    }

    /// @throws RefusedException if the room says no
    private void ask(String type, Map<String, ?> data) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        send(ContractClient.JSON.writeValueAsString(body("id", id, "type", type, "data", data)));
        JsonNode error =
                answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().path("error");
        if (error.isObject()) {
            throw new RefusedException(
                    type,
                    error.path("status").asInt(0),
                    error.path("type").asString(""),
                    Duration.ofMillis(error.path("retryAfterMs").asLong(0)));
        }
    }

    private void send(String frame) {
        if (socket != null) {
            socket.sendText(frame, true).join();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            take(text);
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        over();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        over();
    }

    private void take(StringBuilder frame) {
        if (frame.indexOf(ANSWER) == 0) {
            JsonNode answer = ContractClient.JSON.readTree(frame.toString());
            CompletableFuture<JsonNode> asked = waiting.remove(answer.path("re").asInt());
            if (asked != null) {
                asked.complete(answer);
            }
        } else if (frame.indexOf(VIEWERS) == 0) {
            viewers = ContractClient.JSON
                    .readTree(frame.toString())
                    .path("data")
                    .path("viewers")
                    .asInt();
        }
    }

    private void over() {
        open = false;
        waiting.values().forEach(answer -> answer.cancel(false));
        waiting.clear();
    }
}
