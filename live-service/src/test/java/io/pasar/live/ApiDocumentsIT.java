package io.pasar.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveApi.Reply;
import io.pasar.live.catalogue.Seller;
import io.pasar.platform.json.PlatformJson;
import io.pasar.platform.problem.ProblemCode;
import io.pasar.test.ApiDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API document says what the running code does, and the code does what it says.
@UsesLiveService
class ApiDocumentsIT {

    private static final ApiDocument OPEN_API = ApiDocument.of("live", "openapi");
    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private LiveApi api = new LiveApi(0);
    private final Person host = Person.named("hana");
    private final Person buyer = Person.named("budi");

    @BeforeEach
    void findTheService() {
        api = new LiveApi(port);
    }

    @Test
    void documentsEveryCallAndNoOther() {
        assertThat(OPEN_API.calls()).isEqualTo(mapped());
    }

    /// The socket's own refusals are in its document, not in this one.
    @Test
    void documentsEveryRefusalOverHttp() {
        String document = OPEN_API.root().toString();
        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(document).containsPattern(type + "\\b(?!-)"));
    }

    @Test
    void documentsEveryRefusalThatAnyCallCanMeet() {
        assertThat(OPEN_API.untoldRefusals()).isEmpty();
    }

    @Test
    void servesTheDocument() {
        guest().get()
                .uri("/openapi")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("title: Pasar live service"));
    }

    @Test
    void answersAboutProductsAsDocumented() {
        Map<String, Object> plain = Map.of("title", "Kaos polos", "price", euros("25.00"));
        String id = id(created("/v1/products", "/v1/products", host, plain));
        created("/v1/products", "/v1/products", host, dressed());
        holds("get", "/v1/products", 200, api.get("/v1/products?limit=1", host));
        holds("get", "/v1/products/{id}", 200, api.get("/v1/products/" + id, null));
        holds("get", "/v1/products/{id}", 404, api.get("/v1/products/" + NOBODYS, null));
        holds("get", "/v1/products", 400, api.get("/v1/products?limit=0", host));
        holds("post", "/v1/products", 400, api.post("/v1/products", host, Map.of("title", "")));
        holds("post", "/v1/products", 401, api.post("/v1/products", null, plain));
    }

    @Test
    void answersAboutImportsAsDocumented() {
        Seller seller = Seller.at(port);
        String csv = "Handle,Title,Variant Price\ncup,Cup,5.00\nbowl,Bowl,cheap\n";
        JsonNode job = Seller.body(seller.upload(csv.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isAccepted());
        conforms("post", "/v1/products/import", 202, job);
        JsonNode ended = seller.ended(id(job));
        conforms("get", "/v1/jobs/{id}", 200, ended);
        assertThat(ended.path("errors").size()).isEqualTo(1);
        JsonNode refused = Seller.body(
                seller.upload(new byte[] {(byte) 0xff}).expectStatus().isBadRequest());
        conforms("post", "/v1/products/import", 400, refused);
        holds("get", "/v1/jobs/{id}", 404, api.get("/v1/jobs/" + id(job), host));
        holds("get", "/v1/jobs/{id}", 401, api.get("/v1/jobs/" + id(job), null));
        conforms(
                "delete",
                "/v1/jobs/{id}",
                404,
                Seller.body(Seller.at(port).cancel(id(job)).expectStatus().isNotFound()));
        conforms(
                "delete",
                "/v1/jobs/{id}",
                200,
                Seller.body(seller.cancel(id(job)).expectStatus().isOk()));
    }

    @Test
    void answersAboutRoomsAsDocumented() {
        Map<String, Object> later = Map.of(
                "title",
                "Sunday show",
                "visibility",
                "private",
                "startsAt",
                Instant.now().plusSeconds(3600));
        String room = id(created("/v1/rooms", "/v1/rooms", host, later));
        String path = "/v1/rooms/" + room;
        holds("post", "/v1/rooms", 400, api.post("/v1/rooms", host, Map.of()));
        holds("post", "/v1/rooms/{id}/end", 409, api.post(path + "/end", host, Map.of()));
        holds("post", "/v1/rooms/{id}/start", 200, api.post(path + "/start", host, Map.of()));
        holds("get", "/v1/rooms/{id}", 404, api.get(path, buyer));
        holds("get", "/v1/rooms", 200, api.get("/v1/rooms?state=live", host));
        holds("get", "/v1/rooms", 400, api.get("/v1/rooms?state=quiet", host));
        stage(path);
        figures(path);
        moderators(path);
        JsonNode ended = holds("post", "/v1/rooms/{id}/end", 200, api.post(path + "/end", host, Map.of()));
        assertThat(ended.has("summary")).isTrue();
        holds("get", "/v1/rooms/{id}", 200, api.get(path, host));
        holds("post", "/v1/rooms/{id}/start", 409, api.post(path + "/start", host, Map.of()));
        holds("get", "/v1/rooms/{id}/socket", 426, api.get(path + "/socket", host));
    }

    private void figures(String room) {
        holds("get", "/v1/rooms/{id}/figures", 200, api.get(room + "/figures", host));
        holds("get", "/v1/rooms/{id}/figures", 401, api.get(room + "/figures", null));
        holds("get", "/v1/rooms/{id}/figures", 404, api.get(room + "/figures", buyer));
    }

    private void stage(String room) {
        String product = id(created("/v1/products", "/v1/products", host, dressed()));
        Map<String, Object> body = Map.of("productId", product);
        accepts("put", "/v1/rooms/{id}/stage", body);
        holds("put", "/v1/rooms/{id}/stage", 200, api.put(room + "/stage", host, body));
        holds("put", "/v1/rooms/{id}/stage", 404, api.put(room + "/stage", host, Map.of("productId", NOBODYS)));
    }

    private void moderators(String room) {
        String one = room + "/moderators/" + buyer.id();
        holds("put", "/v1/rooms/{id}/moderators/{memberId}", 409, api.call("PUT", one, host, null));
        holds("get", "/v1/rooms/{id}/moderators", 200, api.get(room + "/moderators", host));
        holds("delete", "/v1/rooms/{id}/moderators/{memberId}", 401, api.call("DELETE", one, null, null));
    }

    @Test
    void answersAboutSalesAsDocumented() {
        Shop shop = Shop.open(port);
        String sales = "/v1/rooms/" + shop.room() + "/sales";
        JsonNode sale = created("/v1/rooms/{id}/sales", sales, shop.host(), terms(shop));
        String path = "/v1/sales/" + id(sale);
        assertThat(sale.path("state").asString()).isEqualTo("scheduled");
        holds("post", "/v1/rooms/{id}/sales", 403, api.post(sales, buyer, terms(shop)));
        holds("get", "/v1/rooms/{id}/sales", 200, api.get(sales, null));
        holds("post", "/v1/sales/{id}/reservations", 409, api.post(path + "/reservations", buyer, one()));
        holds("post", "/v1/sales/{id}/open", 200, api.post(path + "/open", shop.host(), Map.of()));
        holds("get", "/v1/sales/{id}", 200, api.get(path, null));
        reservations(path);
        holds("post", "/v1/sales/{id}/close", 200, api.post(path + "/close", shop.host(), Map.of()));
        holds("post", "/v1/sales/{id}/open", 409, api.post(path + "/open", shop.host(), Map.of()));
    }

    private void reservations(String sale) {
        String held =
                "/v1/reservations/" + id(created("/v1/sales/{id}/reservations", sale + "/reservations", buyer, one()));
        holds("get", "/v1/reservations/{id}", 200, api.get(held, buyer));
        holds("get", "/v1/reservations/{id}", 404, api.get(held, host));
        holds("delete", "/v1/reservations/{id}", 200, api.call("DELETE", held, buyer, null));
    }

    @Test
    void answersAboutOrdersAndPaymentsAsDocumented() {
        Shop shop = Shop.open(port);
        String sale = shop.sale(10, 5, 60);
        Map<String, Object> body = Map.of("reservationId", shop.hold(buyer, sale));
        JsonNode order = created("/v1/orders", "/v1/orders", buyer, body);
        holds("post", "/v1/orders", 200, api.post("/v1/orders", buyer, body));
        String path = "/v1/orders/" + id(order);
        pay(order.path("payment").path("intent").asString());
        assertThat(holds("get", "/v1/orders/{id}", 200, api.get(path, buyer))
                        .path("state")
                        .asString())
                .isEqualTo("paid");
        holds("post", "/v1/orders/{id}/cancel", 409, api.post(path + "/cancel", buyer, Map.of()));
        Map<String, Object> part = Map.of("amount", euros("5.00"), "reason", "Torn");
        created("/v1/orders/{id}/refunds", path + "/refunds", shop.host(), part);
        holds("post", "/v1/orders/{id}/refunds", 403, api.post(path + "/refunds", buyer, part));
        cancels(shop.hold(buyer, sale));
    }

    private void pay(String intent) {
        String sandbox = "/v1/payments/sandbox/" + intent;
        holds("post", "/v1/payments/sandbox/{intent}/fail", 200, api.post(sandbox + "/fail", buyer, Map.of()));
        holds("post", "/v1/payments/sandbox/{intent}/succeed", 403, api.post(sandbox + "/succeed", host, Map.of()));
        holds("post", "/v1/payments/sandbox/{intent}/succeed", 200, api.post(sandbox + "/succeed", buyer, Map.of()));
        holds("post", "/v1/payments/sandbox/{intent}/fail", 409, api.post(sandbox + "/fail", buyer, Map.of()));
        String webhooks = "/v1/payments/webhooks/";
        holds("post", webhooks + "{provider}", 401, api.post(webhooks + "sandbox", null, Map.of()));
        holds("post", webhooks + "{provider}", 404, api.post(webhooks + "acme", null, Map.of()));
    }

    private void cancels(String reservation) {
        JsonNode order = created("/v1/orders", "/v1/orders", buyer, Map.of("reservationId", reservation));
        Reply cancelled = api.post("/v1/orders/" + id(order) + "/cancel", buyer, Map.of());
        JsonNode answer = holds("post", "/v1/orders/{id}/cancel", 200, cancelled);
        assertThat(answer.path("cancelReason").asString()).isEqualTo("released");
    }

    @Test
    void saysPlainlyWhatIsNotBuiltYet() {
        assertThat(notBuilt()).containsExactly("get /v1/rooms/{id}/events");
        JsonNode answer = Seller.body(guest().get()
                .uri("/v1/rooms/{id}/events", UUID.randomUUID())
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isEqualTo(501)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        conforms("get", "/v1/rooms/{id}/events", 501, answer);
        assertThat(answer.path("type").asString()).isEqualTo("/problems/not-built-yet");
    }

    private static Map<String, Object> dressed() {
        return Map.of(
                "title",
                "Kaos bergambar",
                "description",
                "<p>Cotton</p>",
                "tags",
                List.of("shirt"),
                "images",
                List.of(Map.of("src", "https://shop.example/a.jpg")),
                "variants",
                List.of(Map.of("sku", "K-M", "options", Map.of("Size", "M"), "price", euros("25.00"), "stock", 3)));
    }

    private static Map<String, Object> terms(Shop shop) {
        Instant opens = Instant.now().plusSeconds(600);
        return Map.of(
                "skuId",
                shop.sku(),
                "price",
                euros("19.90"),
                "stock",
                3,
                "perMember",
                2,
                "holdSeconds",
                60,
                "opensAt",
                opens,
                "closesAt",
                opens.plusSeconds(600));
    }

    private static Map<String, Object> one() {
        return Map.of("quantity", 1);
    }

    private static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    private WebTestClient guest() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/live")
                .build();
    }

    private JsonNode created(String documented, String path, Person caller, Map<String, ?> body) {
        accepts("post", documented, body);
        return holds("post", documented, 201, api.post(path, caller, body));
    }

    private static void accepts(String method, String path, Map<String, ?> body) {
        assertThat(OPEN_API.objectionsToRequest(method, path, JSON.readTree(JSON.writeValueAsString(body))))
                .isEmpty();
    }

    private static JsonNode holds(String method, String path, int status, Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith(type(status));
        conforms(method, path, status, reply.body());
        return reply.body();
    }

    private static void conforms(String method, String path, int status, JsonNode answer) {
        assertThat(OPEN_API.objections(method, path, status, type(status), answer))
                .as(answer.toString())
                .isEmpty();
    }

    private static String type(int status) {
        return status < 400 ? "application/json" : "application/problem+json";
    }

    private static Set<String> notBuilt() {
        return OPEN_API.calls().stream()
                .filter(call -> operation(call).path("responses").has("501"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode operation(String call) {
        String[] parts = call.split(" ", 2);
        return OPEN_API.root().path("paths").path(parts[1]).path(parts[0]);
    }

    private Set<String> mapped() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.pasar.live"))
                .flatMap(entry -> calls(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + pattern));
    }

    private static Set<String> problems() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        return scanner.findCandidateComponents("io.pasar.live").stream()
                .map(bean -> String.valueOf(bean.getBeanClassName()))
                .filter(name -> !name.startsWith("io.pasar.live.connection."))
                .flatMap(name -> Stream.of(constants(name)))
                .map(code -> code.type().toString())
                .collect(Collectors.toSet());
    }

    private static ProblemCode[] constants(String enumName) {
        @Nullable
        Object[] constants = ClassUtils.resolveClassName(enumName, null).getEnumConstants();
        return Stream.of(constants).map(ProblemCode.class::cast).toArray(ProblemCode[]::new);
    }
}
