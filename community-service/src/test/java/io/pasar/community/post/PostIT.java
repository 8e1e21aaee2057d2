package io.pasar.community.post;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.invalid;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.FakeLive;
import io.pasar.community.trial.LiveEvents;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/// Posts.
@UsesCommunity
class PostIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    CommunityClient community;

    @Autowired
    LiveEvents live;

    @Autowired
    DatabaseClient database;

    @Test
    void publishesAPostThatEverybodyCanRead() {
        TestMember anna = community.member();
        ResponseSpec answer = community.post(
                anna,
                "/v1/posts",
                Map.of(
                        "text", "Two lines\nof joy",
                        "locale", "en",
                        "media", List.of(Map.of("url", "https://cdn.example/a.jpg", "type", "image", "alt", "A cup"))));
        JsonNode post = body(answer.expectStatus().isCreated().expectHeader().exists("Location"));
        JsonNode read = body(read(null, post));
        assertThat(read.get("text").asString()).isEqualTo("Two lines\nof joy");
        assertThat(read.get("author").get("handle").asString()).isEqualTo(anna.handle());
        assertThat(read.get("media").get(0).get("alt").asString()).isEqualTo("A cup");
        assertThat(read.get("products").isEmpty()).isTrue();
        assertThat(read.get("verifiedPurchase").asBoolean()).isFalse();
        assertThat(read.get("editedAt").isNull()).isTrue();
    }

    @Test
    void takesAMediaAddressAlone() {
        TestMember anna = community.member();
        JsonNode post = body(community
                .post(anna, "/v1/posts", Map.of("text", "Look", "media", List.of("https://cdn.example/a.jpg")))
                .expectStatus()
                .isCreated());
        assertThat(post.get("media").get(0).get("url").asString()).isEqualTo("https://cdn.example/a.jpg");
    }

    @Test
    void listsWhatOneMemberWroteNewestFirstInPages() {
        TestMember anna = community.member();
        String first = published(anna, "first");
        String second = published(anna, "second");
        published(community.member(), "somebody else's");
        String path = "/v1/posts?limit=1&author=" + anna.id();
        JsonNode page = body(community.get(null, path).expectStatus().isOk());
        assertThat(page.at("/items/0/id").asString()).isEqualTo(second);
        JsonNode rest = body(community
                .get(anna, path + "&after=" + page.get("next").asString())
                .expectStatus()
                .isOk());
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(first);
        assertThat(rest.get("next").isNull()).isTrue();
        community.get(null, "/v1/posts").expectStatus().isBadRequest();
    }

    private String published(TestMember author, String text) {
        return body(community
                        .post(author, "/v1/posts", Map.of("text", text))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .asString();
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of("text", "", "/text"),
                Arguments.of("text", "  \n ", "/text"),
                Arguments.of("text", "x".repeat(5001), "/text"),
                Arguments.of("text", "evil\u202Etxt", "/text"),
                Arguments.of("text", "zero\u0000", "/text"),
                Arguments.of("text", 7, "/text"),
                Arguments.of("locale", "not a locale", "/locale"),
                Arguments.of("media", List.of("http://cdn.example/a.jpg"), "/media/0/url"),
                Arguments.of("media", List.of("https://cdn.example/a.jpg", "javascript:alert(1)"), "/media/1/url"),
                Arguments.of("media", List.of(Map.of("url", "https://a.example/a", "type", "exe")), "/media/0/type"),
                Arguments.of("media", Collections.nCopies(11, "https://cdn.example/a.jpg"), "/media"),
                Arguments.of("products", List.of("1-1-1-1-1"), "/products/0"),
                Arguments.of(
                        "products", Collections.nCopies(11, UUID.randomUUID().toString()), "/products"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void refusesABadValueAndKeepsNothing(String field, Object value, String pointer) {
        TestMember anna = community.member();
        Map<String, Object> request = new LinkedHashMap<>(Map.of("text", "Hello"));
        request.put(field, value);
        invalid(community.post(anna, "/v1/posts", request), pointer);
        assertThat(postsOf(anna)).isZero();
    }

    @Test
    void tagsAProductAsLiveToldIt() {
        TestMember anna = community.member();
        ProductId product = listed("Copper cup", Money.of("19.90", "EUR"));
        JsonNode tag = publish(anna, product).get("products").get(0);
        assertThat(tag.get("id").asString()).isEqualTo(product.toString());
        assertThat(tag.get("title").asString()).isEqualTo("Copper cup");
        assertThat(tag.get("price").toString()).isEqualTo("{\"amount\":\"19.90\",\"currency\":\"EUR\"}");
    }

    @Test
    void keepsTheTagAsItWasWhenTheProductChanges() {
        TestMember anna = community.member();
        ProductId product = listed("Copper cup", Money.of("19.90", "EUR"));
        JsonNode post = publish(anna, product);
        live.publish(LiveEvents.listed(product, "Steel cup", null));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(publish(anna, product)
                                .get("products")
                                .get(0)
                                .get("title")
                                .asString())
                        .isEqualTo("Steel cup"));
        assertThat(body(read(null, post)).get("products").get(0).get("title").asString())
                .isEqualTo("Copper cup");
    }

    @Test
    void marksWhatTheAuthorBoughtUntilTheMoneyIsBack() {
        TestMember anna = community.member();
        ProductId product = listed("Copper cup", null);
        JsonNode post = publish(anna, product);
        assertThat(post.get("verifiedPurchase").asBoolean()).isFalse();
        OrderPaid order = LiveEvents.paid(anna.id(), community.member().id(), product);
        live.publish(order, 5);
        await().atMost(SOON)
                .until(() -> body(read(null, post)).get("verifiedPurchase").asBoolean());
        live.publish(LiveEvents.refunded(order, "10.00", false));
        live.publish(LiveEvents.refunded(order, "20.00", true), 5);
        await().atMost(SOON)
                .until(() -> !body(read(null, post)).get("verifiedPurchase").asBoolean());
    }

    @Test
    void asksLiveOnceAboutAProductNoEventTold() {
        TestMember anna = community.member();
        ProductId cup = FakeLive.product("""
                {"id":"%s","title":"Copper cup","new":true,"variants":[
                  {"id":"1","price":{"amount":"19.90","currency":"EUR"}},
                  {"id":"2","price":{"amount":"9.90","currency":"EUR"}},
                  {"id":"3","price":null}]}""");
        JsonNode tag = publish(anna, cup).get("products").get(0);
        assertThat(tag.get("title").asString()).isEqualTo("Copper cup");
        assertThat(tag.get("price").get("amount").asString()).isEqualTo("9.90");
        publish(anna, cup);
        assertThat(FakeLive.asked(cup)).isEqualTo(1);
    }

    @Test
    void takesAnEventForNewerThanAnAnswerThatCameAfterIt() {
        TestMember anna = community.member();
        Instant beforeTheAnswer = Instant.now();
        ProductId cup = FakeLive.product("{\"id\":\"%s\",\"title\":\"Copper cup\",\"variants\":[]}");
        publish(anna, cup);
        live.publish(LiveEvents.listed(cup, "Steel cup", null), beforeTheAnswer);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                publish(anna, cup).at("/products/0/title").asString())
                        .isEqualTo("Steel cup"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holdsNoTransactionWhileLiveIsAsked(boolean isEdit) {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        Sinks.One<String> answer = Sinks.one();
        ProductId slow = FakeLive.answering(answer.asMono());
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("text", "Look", "products", List.of(slow.toString()));
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> isEdit
                ? status(community.send(HttpMethod.PATCH, anna, "/v1/posts/" + post, body, key))
                : status(community.send(HttpMethod.POST, anna, "/v1/posts", body, key)));
        await().atMost(SOON).until(() -> FakeLive.asked(slow) == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> transactionsOpen() == 0);
        answer.tryEmitValue("{\"id\":\"%s\",\"title\":\"Slow cup\",\"variants\":[]}".formatted(slow));
        assertThat(status).succeedsWithin(SOON).isEqualTo(isEdit ? 200 : 201);
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }

    /// Connections that wait inside a transaction after asking what is known of products.
    private long transactionsOpen() {
        return Objects.requireNonNull(database.sql("""
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                        AND state = 'idle in transaction' AND query LIKE '%product_snapshot%'""")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    @Test
    void refusesAProductLiveDoesNotKnow() {
        TestMember anna = community.member();
        ProductId known = listed("Copper cup", null);
        invalid(tag(anna, known, new ProductId(UUID.randomUUID())), "/products/1");
        assertThat(postsOf(anna)).isZero();
    }

    @Test
    void doesNotWaitForALiveServiceThatStalls() {
        TestMember anna = community.member();
        ResponseSpec answer = tag(anna, FakeLive.stalling());
        answer.expectHeader().exists("Retry-After");
        problem(answer, 503, "unavailable");
        assertThat(postsOf(anna)).isZero();
    }

    @Test
    void editsAndKeepsWhatWasThereBefore() {
        TestMember anna = community.member();
        JsonNode post = publish(anna, listed("Copper cup", null));
        JsonNode edited =
                body(edit(anna, post, Map.of("text", "Better")).expectStatus().isOk());
        assertThat(edited.get("text").asString()).isEqualTo("Better");
        assertThat(edited.get("products").size()).isEqualTo(1);
        assertThat(edited.get("editedAt").isNull()).isFalse();
        edit(anna, post, Map.of("products", List.of())).expectStatus().isOk();
        assertThat(history(post)).containsExactly("1: Look, 1 products", "2: Better, 1 products");
    }

    @Test
    void letsOnlyTheAuthorChangeAPost() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        JsonNode post = publish(anna, listed("Copper cup", null));
        problem(edit(ben, post, Map.of("text", "Mine now")), 403, "forbidden");
        problem(edit(null, post, Map.of("text", "Mine now")), 401, "unauthenticated");
        problem(community.delete(ben, path(post)), 403, "forbidden");
        problem(community.delete(null, path(post)), 401, "unauthenticated");
        assertThat(body(read(ben, post)).get("text").asString()).isEqualTo("Look");
        assertThat(history(post)).isEmpty();
    }

    @Test
    void refusesABadEditAndChangesNothing() {
        TestMember anna = community.member();
        JsonNode post = publish(anna, listed("Copper cup", null));
        invalid(edit(anna, post, Map.of("text", " ")), "/text");
        invalid(edit(anna, post, Map.of("media", List.of("ftp://a.example"))), "/media/0/url");
        assertThat(body(read(anna, post)).get("editedAt").isNull()).isTrue();
    }

    @Test
    void deletesForGood() {
        TestMember anna = community.member();
        JsonNode post = publish(anna, listed("Copper cup", null));
        community.delete(anna, path(post)).expectStatus().isNoContent();
        problem(community.get(anna, path(post)), 404, "not-found");
        problem(community.delete(anna, path(post)), 404, "not-found");
    }

    @Test
    void asksGuestsToSignIn() {
        problem(community.post(null, "/v1/posts", Map.of("text", "Hello")), 401, "unauthenticated");
    }

    private ProductId listed(String title, @Nullable Money price) {
        ProductId product = new ProductId(UUID.randomUUID());
        live.publish(LiveEvents.listed(product, title, price), 2);
        await().atMost(SOON)
                .until(() -> Boolean.TRUE.equals(
                        database.sql("SELECT EXISTS (SELECT FROM product_snapshot WHERE product = :product)")
                                .bind("product", product.value())
                                .map(row -> row.get(0, Boolean.class))
                                .one()
                                .block()));
        return product;
    }

    private JsonNode publish(TestMember author, ProductId product) {
        return body(tag(author, product).expectStatus().isCreated());
    }

    private ResponseSpec tag(TestMember author, ProductId... products) {
        List<String> ids = Stream.of(products).map(ProductId::toString).toList();
        return community.post(author, "/v1/posts", Map.of("text", "Look", "products", ids));
    }

    private ResponseSpec edit(@Nullable TestMember caller, JsonNode post, Object change) {
        return community.send(HttpMethod.PATCH, caller, path(post), change);
    }

    private ResponseSpec read(@Nullable TestMember caller, JsonNode post) {
        return community.get(caller, path(post)).expectStatus().isOk();
    }

    private static String path(JsonNode post) {
        return "/v1/posts/" + post.get("id").asString();
    }

    private List<String> history(JsonNode post) {
        return Objects.requireNonNull(
                database.sql("SELECT revision || ': ' || text || ', ' || jsonb_array_length(products) || ' products' "
                                + "FROM post_edit WHERE post = :post ORDER BY revision")
                        .bind("post", UUID.fromString(post.get("id").asString()))
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .block());
    }

    private long postsOf(TestMember member) {
        Long count = database.sql("SELECT count(*) FROM post WHERE author = :author")
                .bind("author", member.id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        return count == null ? 0 : count;
    }
}
