package io.pasar.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi.Person;
import io.pasar.platform.json.PlatformJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A host with a live room and a product, and the calls buyers make, from outside and in parallel.
public final class Shop {

    public static final JsonMapper JSON = PlatformJson.mapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final Person host;
    private final String room;
    private final JsonNode product;

    private Shop(int port, Person host, String room, JsonNode product) {
        this.port = port;
        this.host = host;
        this.room = room;
        this.product = product;
    }

    /// What came back.
    public record Answer(int status, JsonNode body, boolean replayed) {

        public String text(String field) {
            return body.path(field).asString();
        }

        public String problem() {
            return status + " " + text("type");
        }

        public Answer expect(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return this;
        }
    }

    /// Opens a room, starts it and lists a product.
    public static Shop open(int port) {
        Person host = Person.named("hana");
        Answer product = call(
                port,
                "POST",
                "/v1/products",
                host,
                null,
                Map.of("title", "Kaos polos", "price", Map.of("amount", "25.00", "currency", "EUR")));
        String room = call(port, "POST", "/v1/rooms", host, null, Map.of("title", "Sunday show"))
                .expect(201)
                .text("id");
        call(port, "POST", "/v1/rooms/" + room + "/start", host, null, Map.of()).expect(200);
        return new Shop(port, host, room, product.expect(201).body());
    }

    /// The same room of the same host at another port, after a restart.
    public Shop at(int newPort) {
        return new Shop(newPort, host, room, product);
    }

    public Person host() {
        return host;
    }

    public String room() {
        return room;
    }

    public String sku() {
        return product.path("variants").path(0).path("id").asString();
    }

    public String productId() {
        return product.path("id").asString();
    }

    /// Opens a sale; its id.
    public String sale(int stock, int perMember, int holdSeconds) {
        return createSale(Map.of("stock", stock, "perMember", perMember, "holdSeconds", holdSeconds))
                .expect(201)
                .text("id");
    }

    /// Asks for a sale with these fields beside or instead of a valid SKU, price and stock.
    public Answer createSale(Map<String, ?> fields) {
        return createSale(host, fields);
    }

    public Answer createSale(@Nullable Person caller, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>();
        body.put("skuId", sku());
        body.put("price", Map.of("amount", "19.90", "currency", "EUR"));
        body.put("stock", 10);
        body.putAll(fields);
        return post("/v1/rooms/" + room + "/sales", caller, body);
    }

    public JsonNode saleNow(String sale) {
        return get("/v1/sales/" + sale, null).expect(200).body();
    }

    public Answer reserve(@Nullable Person buyer, String sale, Object quantity) {
        return post("/v1/sales/" + sale + "/reservations", buyer, Map.of("quantity", quantity));
    }

    /// Reserves one unit; the reservation's id.
    public String hold(Person buyer, String sale) {
        return reserve(buyer, sale, 1).expect(201).text("id");
    }

    public Answer release(@Nullable Person buyer, String reservation) {
        return call(port, "DELETE", "/v1/reservations/" + reservation, buyer, null, null);
    }

    public String reservationState(Person buyer, String reservation) {
        return get("/v1/reservations/" + reservation, buyer).expect(200).text("state");
    }

    public Answer order(@Nullable Person buyer, String reservation) {
        return post("/v1/orders", buyer, Map.of("reservationId", reservation));
    }

    public Answer orderNow(Person buyer, String order) {
        return get("/v1/orders/" + order, buyer);
    }

    /// Pays or fails at the sandbox.
    public Answer pay(@Nullable Person buyer, JsonNode order, String action) {
        return payIntent(buyer, order.path("payment").path("intent").asString(), action);
    }

    public Answer payIntent(@Nullable Person buyer, String intent, String action) {
        return post("/v1/payments/sandbox/" + intent + "/" + action, buyer, null);
    }

    /// Reserves one unit, orders and pays it; the order.
    public JsonNode buy(Person buyer, String sale) {
        JsonNode order = order(buyer, hold(buyer, sale)).expect(201).body();
        pay(buyer, order, "succeed").expect(200);
        return orderNow(buyer, order.path("id").asString()).expect(200).body();
    }

    public Answer get(String path, @Nullable Person caller) {
        return call(port, "GET", path, caller, null, null);
    }

    public Answer post(String path, @Nullable Person caller, @Nullable Object body) {
        return call(port, "POST", path, caller, null, body);
    }

    public Answer postOnce(String path, Person caller, String key, Object body) {
        return call(port, "POST", path, caller, key, body);
    }

    /// Does all at once, each on a thread of its own; the answers in the same order.
    public static <T> List<T> together(List<Callable<T>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Shop::result).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Answer call(
            int port,
            String method,
            String path,
            @Nullable Person caller,
            @Nullable String key,
            @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)))
                .header("Content-Type", "application/json");
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build());
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body().isEmpty() ? "{}" : response.body()),
                    response.headers().firstValue("Idempotency-Replayed").isPresent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
