package io.pasar.content;

import io.pasar.platform.json.PlatformJson;
import io.pasar.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the content service as programs outside do, as one new member unless told otherwise.
public record ContentApi(int port, String token) {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static ContentApi asMember(int port) {
        return new ContentApi(port, TestTokens.valid(UUID.randomUUID(), "creator"));
    }

    public static ContentApi asGuest(int port) {
        return new ContentApi(port, "");
    }

    /// What came back.
    public record Reply(int status, HttpHeaders headers, String text) {
        public JsonNode body() {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        }
    }

    /// One server-sent event.
    public record Event(String name, JsonNode data) {}

    public Reply copy(Object body) {
        return call("POST", "/v1/copy", JSON.writeValueAsString(body), Map.of());
    }

    /// The same as a stream, read to its end.
    public List<Event> stream(Object body) {
        Reply reply = call("POST", "/v1/copy", JSON.writeValueAsString(body), Map.of("Accept", "text/event-stream"));
        List<Event> events = new ArrayList<>();
        for (String block : reply.text().strip().split("\n\n", -1)) {
            String name = block.lines()
                    .filter(line -> line.startsWith("event:"))
                    .findFirst()
                    .orElse("event:?");
            String data = block.lines()
                    .filter(line -> line.startsWith("data:"))
                    .findFirst()
                    .orElse("data:{}");
            events.add(new Event(name.substring(6).strip(), JSON.readTree(data.substring(5))));
        }
        return events;
    }

    public Reply call(String method, String path, String body, Map<String, String> headers) {
        return call(method, path, body, headers, "application/json");
    }

    /// @param type what the body claims to be
    public Reply call(String method, String path, String body, Map<String, String> headers, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/content" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
