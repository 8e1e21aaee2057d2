package io.pasar.community.post;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.invalid;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/// Products that no event told about are asked for over HTTP.
@UsesCommunity
class ProductLookupIT {

    private static final UUID CUP = UUID.randomUUID();
    private static final UUID SLOW = UUID.randomUUID();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final DisposableServer LIVE = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get("/live/v1/products/" + CUP, (_, answer) -> {
                        ASKED.incrementAndGet();
                        return answer.header("Content-Type", "application/json").sendString(Mono.just("""
                            {"id":"%s","title":"Copper cup","new":true,"variants":[
                              {"id":"1","price":{"amount":"19.90","currency":"EUR"}},
                              {"id":"2","price":{"amount":"9.90","currency":"EUR"}},
                              {"id":"3","price":null}]}""".formatted(CUP)));
                    })
                    .get("/live/v1/products/" + SLOW, (_, _) -> Mono.never()))
            .bindNow();

    @Autowired
    CommunityClient community;

    @DynamicPropertySource
    static void askThisLive(DynamicPropertyRegistry registry) {
        registry.add("pasar.post.live-url", () -> "http://127.0.0.1:" + LIVE.port() + "/live");
        registry.add("pasar.post.lookup-timeout", () -> "300ms");
    }

    @AfterAll
    static void stop() {
        LIVE.disposeNow(Duration.ofSeconds(5));
    }

    @Test
    void asksOnceAndRemembers() {
        TestMember anna = community.member();
        JsonNode tag = body(post(anna, CUP, CUP)).get("products").get(0);
        assertThat(tag.get("title").asString()).isEqualTo("Copper cup");
        assertThat(tag.get("price").get("amount").asString()).isEqualTo("9.90");
        post(anna, CUP).expectStatus().isCreated();
        assertThat(ASKED).hasValue(1);
    }

    @Test
    void refusesAProductLiveDoesNotKnow() {
        TestMember anna = community.member();
        invalid(post(anna, CUP, UUID.randomUUID()), "/products/1");
    }

    @Test
    void doesNotWaitForALiveServiceThatStalls() {
        TestMember anna = community.member();
        problem(post(anna, SLOW), 503, "unavailable");
    }

    private ResponseSpec post(
            TestMember author, UUID... products) {
        return community.post(
                author,
                "/v1/posts",
                Map.of(
                        "text", "Look",
                        "products", List.of(products).stream().map(UUID::toString).toList()));
    }
}
