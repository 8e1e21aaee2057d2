package io.pasar.standalone.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks the published contract to one address.
final class ContractClient implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ContractClient(URI base) {
        this.base = base;
    }

    /// One call.
    ///
    /// @param body written as JSON
    /// @param key the idempotency key
    record Call(
            String method,
            String path,
            @Nullable Object body,
            @Nullable String key) {

        static Call get(String path) {
            return new Call("GET", path, null, null);
        }

        static Call delete(String path) {
            return new Call("DELETE", path, null, null);
        }

        static Call put(String path, Object body) {
            return new Call("PUT", path, body, null);
        }

        static Call post(String path, Object body) {
            return new Call("POST", path, body, null);
        }

        Call once(String idempotencyKey) {
            return new Call(method, path, body, idempotencyKey);
        }

        /// Without ids, which belong into no log.
        private String kind() {
            return method + " " + path.replaceAll("[0-9a-f-]{36}", "…");
        }
    }

    /// The answer's body; a missing node if it has none.
    ///
    /// @throws RefusedException if it is not answered with success
    /// @throws UncheckedIOException if it did not get through
    JsonNode call(Call call, Optional<String> token) {
        HttpResponse<byte[]> response = send(request(call, token));
        JsonNode body = response.body().length == 0 ? JSON.missingNode() : JSON.readTree(response.body());
        if (response.statusCode() >= 300) {
            throw new RefusedException(
                    call.kind(), response.statusCode(), body.path("type").asString(""), retryAfter(response));
        }
        return body;
    }

    /// Opens a room's socket.
    WebSocket open(String room, WebSocket.Listener listener) {
        URI address = base.resolve("/live/v1/rooms/" + room + "/socket");
        return http.newWebSocketBuilder()
                .subprotocols("pasar.v1")
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create("ws" + address.toString().substring("http".length())), listener)
                .join();
    }

    /// Ends every connection at once.
    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(Call call, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        call.method(),
                        call.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(call.body())));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    /// A body of names and values in turn.
    static Map<String, Object> body(String name, Object value, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(name, value);
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }
}
