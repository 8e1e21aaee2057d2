package io.pasar.community.trial;

import io.pasar.kernel.id.ProductId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Stands for the live service's catalogue: answers what a test told it, and 404 otherwise.
public final class FakeLive implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, Mono<String>> PRODUCTS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();
    private static final DisposableServer SERVER = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get("/live/v1/products/{id}", FakeLive::answer))
            .bindNow();

    /// A product it knows.
    ///
    /// @param json the answer, with the id for `%s`
    public static ProductId product(String json) {
        ProductId id = new ProductId(UUID.randomUUID());
        PRODUCTS.put(id.toString(), Mono.just(json.formatted(id)));
        return id;
    }

    /// A product it never answers about.
    public static ProductId stalling() {
        ProductId id = new ProductId(UUID.randomUUID());
        PRODUCTS.put(id.toString(), Mono.never());
        return id;
    }

    /// A product it answers about when the answer comes.
    public static ProductId answering(Mono<String> answer) {
        ProductId id = new ProductId(UUID.randomUUID());
        PRODUCTS.put(id.toString(), answer);
        return id;
    }

    /// How often it was asked about the product.
    public static int asked(ProductId id) {
        return ASKED.getOrDefault(id.toString(), new AtomicInteger()).get();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.of(
                "pasar.post.live-url",
                "http://127.0.0.1:" + SERVER.port() + "/live",
                "pasar.post.lookup-timeout",
                "5s");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fake live", settings));
    }

    private static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String id = String.valueOf(request.param("id"));
        ASKED.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
        Mono<String> product = PRODUCTS.get(id);
        return product == null
                ? response.sendNotFound().then()
                : response.header("Content-Type", "application/json")
                        .sendString(product)
                        .then();
    }
}
