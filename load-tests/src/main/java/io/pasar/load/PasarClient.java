package io.pasar.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The calls of the published contract that the runs need, with a plain blocking client on virtual threads.
final class PasarClient implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PASSWORD = "a long enough password";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    PasarClient(URI base) {
        this.base = base;
    }

    /// An answer and how long it took.
    record Answer(int status, JsonNode body, Duration took) {}

    /// Signs somebody up and answers with an access token.
    String signUp(String handle) {
        String account = JSON.createObjectNode()
                .put("handle", handle)
                .put("password", PASSWORD)
                .toString();
        expect(201, post("/community/v1/members", "", account));
        return expect(200, post("/community/v1/tokens", "", account))
                .path("accessToken")
                .asString();
    }

    /// Opens a live room with one product in it.
    ///
    /// @return the room's id and the id of the product's only variant
    Stall openStall(String token) {
        JsonNode product = expect(
                201,
                post(
                        "/live/v1/products",
                        token,
                        "{\"title\":\"Batik shirt\",\"price\":{\"amount\":\"25.00\",\"currency\":\"USD\"}}"));
        JsonNode room = expect(201, post("/live/v1/rooms", token, "{\"title\":\"Load\"}"));
        String roomId = room.path("id").asString();
        expect(200, post("/live/v1/rooms/" + roomId + "/start", token, "{}"));
        return new Stall(roomId, product.path("variants").path(0).path("id").asString());
    }

    /// A room and what is sold in it.
    record Stall(String room, String sku) {}

    String openSale(String token, Stall stall, int units, int holdSeconds) {
        ObjectNode body = JSON.createObjectNode()
                .put("skuId", stall.sku())
                .put("stock", units)
                .put("perMember", 1)
                .put("holdSeconds", holdSeconds);
        body.putObject("price").put("amount", "19.90").put("currency", "USD");
        return expect(201, post("/live/v1/rooms/" + stall.room() + "/sales", token, body.toString()))
                .path("id")
                .asString();
    }

    Answer reserve(String token, String sale) {
        return post("/live/v1/sales/" + sale + "/reservations", token, "{\"quantity\":1}");
    }

    JsonNode sale(String sale) {
        return expect(200, send(request("/live/v1/sales/" + sale, "").GET()));
    }

    Answer post(String path, String token, String json) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String body = response.body();
            return new Answer(response.statusCode(), body.isEmpty() ? JSON.nullNode() : JSON.readTree(body), took);
        } catch (IOException failure) {
            throw new IllegalStateException("no answer from " + base, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("expected " + status + ", got " + answer);
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
