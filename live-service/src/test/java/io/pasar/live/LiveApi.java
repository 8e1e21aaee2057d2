package io.pasar.live;

import static org.awaitility.Awaitility.await;

import io.pasar.platform.json.PlatformJson;
import io.pasar.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the live service as programs outside do.
public record LiveApi(int port) {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// Somebody with a token.
    public record Person(UUID id, String handle, String token) {

        public static Person named(String handle) {
            UUID id = UUID.randomUUID();
            return new Person(id, handle, TestTokens.valid(id, handle));
        }
    }

    /// What came back.
    public record Reply(int status, JsonNode body, HttpHeaders headers) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /// Waits until the assertions hold.
    public void eventually(ThrowingRunnable assertions) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertions);
    }

    public Reply post(String path, @Nullable Person caller, Object body) {
        return call("POST", path, caller, JSON.writeValueAsString(body));
    }

    public Reply put(String path, @Nullable Person caller, Object body) {
        return call("PUT", path, caller, JSON.writeValueAsString(body));
    }

    public Reply get(String path, @Nullable Person caller) {
        return call("GET", path, caller, null);
    }

    /// A room of the host's that is live; its id.
    public String liveRoom(Person host) {
        String room = scheduledRoom(host);
        post("/v1/rooms/" + room + "/start", host, Map.of());
        return room;
    }

    /// A room of the host's that has not started; its id.
    public String scheduledRoom(Person host) {
        return post("/v1/rooms", host, Map.of("title", "Spring sale"))
                .body()
                .path("id")
                .asString();
    }

    public Reply call(String method, String path, @Nullable Person caller, @Nullable String body) {
        return call(method, path, caller, body, Map.of());
    }

    public Reply call(
            String method, String path, @Nullable Person caller, @Nullable String body, Map<String, String> headers) {
        HttpRequest.BodyPublisher content =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live" + path))
                .method(method, content)
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    JSON.readTree(response.body().isEmpty() ? "{}" : response.body()),
                    response.headers());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
