package io.pasar.content.model;

import io.pasar.platform.json.PlatformJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Stands for every provider: answers in the streaming format of the API it is called by, with what a test told it
/// about a product. What nobody told it about, it never answers.
final class FakeProvider {

    /// What it does when a prompt names a product.
    private sealed interface Part {

        record Text(String text) implements Part {}

        record Status(int code) implements Part {}

        record Silence() implements Part {}
    }

    /// A call as it came in.
    record Call(String path, String key, String body) {}

    private final Map<String, Part> parts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/v1/chat/completions", this::openAi)
                    .post("/api/chat", this::ollama)
                    .post("/v1/messages", this::anthropic))
            .bindNow();

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    void says(String product, String text) {
        parts.put(product, new Part.Text(text));
    }

    void fails(String product, int status) {
        parts.put(product, new Part.Status(status));
    }

    /// The calls about a product.
    List<Call> calls(String product) {
        return calls.stream().filter(call -> call.body().contains(product)).toList();
    }

    private Publisher<Void> openAi(HttpServerRequest request, HttpServerResponse response) {
        return answer(request, response, "text/event-stream", FakeProvider::openAiEvents);
    }

    private Publisher<Void> ollama(HttpServerRequest request, HttpServerResponse response) {
        return answer(request, response, "application/x-ndjson", FakeProvider::ollamaLines);
    }

    private Publisher<Void> anthropic(HttpServerRequest request, HttpServerResponse response) {
        return answer(request, response, "text/event-stream", FakeProvider::anthropicEvents);
    }

    private interface Format {
        String of(List<String> pieces);
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, String type, Format format) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap(body -> {
            calls.add(new Call(request.uri(), key(request), body));
            return switch (part(body)) {
                case Part.Silence() -> Mono.never();
                case Part.Status(int code) -> response.status(code).send().then();
                case Part.Text(String text) ->
                    response.header("Content-Type", type)
                            .sendString(Mono.just(format.of(pieces(text))))
                            .then();
            };
        });
    }

    private Part part(String body) {
        return parts.entrySet().stream()
                .filter(entry -> body.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(Part.Silence::new);
    }

    private static String key(HttpServerRequest request) {
        String bearer = request.requestHeaders().get("Authorization", "");
        return request.requestHeaders().get("x-api-key", bearer.replace("Bearer ", ""));
    }

    private static List<String> pieces(String text) {
        int half = text.length() / 2;
        return List.of(text.substring(0, half), text.substring(half));
    }

    private static String openAiEvents(List<String> pieces) {
        List<String> events = new ArrayList<>();
        pieces.forEach(piece -> events.add(openAiChunk(Map.of("role", "assistant", "content", piece), "")));
        events.add(openAiChunk(Map.of(), "stop"));
        return "data: " + String.join("\n\ndata: ", events) + "\n\ndata: [DONE]\n\n";
    }

    private static String openAiChunk(Map<String, String> delta, String finish) {
        Map<String, Object> choice = finish.isEmpty()
                ? Map.of("index", 0, "delta", delta)
                : Map.of("index", 0, "delta", delta, "finish_reason", finish);
        return json(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion.chunk",
                "created",
                1_700_000_000,
                "model",
                "test-model",
                "choices",
                List.of(choice)));
    }

    private static String ollamaLines(List<String> pieces) {
        StringBuilder lines = new StringBuilder();
        pieces.forEach(piece -> lines.append(ollamaLine(piece, false)).append('\n'));
        return lines.append(ollamaLine("", true)).append('\n').toString();
    }

    private static String ollamaLine(String piece, boolean done) {
        return json(Map.of(
                "model",
                "test-model",
                "created_at",
                "2026-01-01T00:00:00Z",
                "message",
                Map.of("role", "assistant", "content", piece),
                "done",
                done));
    }

    private static String anthropicEvents(List<String> pieces) {
        StringBuilder events = new StringBuilder();
        events.append(event("message_start", Map.of("message", anthropicMessage())));
        events.append(
                event("content_block_start", Map.of("index", 0, "content_block", Map.of("type", "text", "text", ""))));
        pieces.forEach(piece -> events.append(event(
                "content_block_delta", Map.of("index", 0, "delta", Map.of("type", "text_delta", "text", piece)))));
        events.append(event("content_block_stop", Map.of("index", 0)));
        events.append(event(
                "message_delta",
                Map.of("delta", Map.of("stop_reason", "end_turn"), "usage", Map.of("output_tokens", 9))));
        return events.append(event("message_stop", Map.of())).toString();
    }

    private static Map<String, Object> anthropicMessage() {
        return Map.of(
                "id",
                "msg_1",
                "type",
                "message",
                "role",
                "assistant",
                "model",
                "test-model",
                "content",
                List.of(),
                "usage",
                Map.of("input_tokens", 9, "output_tokens", 1));
    }

    private static String event(String type, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("type", type);
        return "event: " + type + "\ndata: " + json(whole) + "\n\n";
    }

    private static String json(Object value) {
        return PlatformJson.mapper().writeValueAsString(value);
    }
}
