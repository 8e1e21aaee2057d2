package io.pasar.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.story.Market.Person;
import io.pasar.test.RawHttp;
import io.pasar.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bad input through the front door: each gets its own problem, and afterwards the market is what it was
/// before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputE2E {

    private static final String SALE = """
            {"skuId":"%s","price":{"amount":"%s","currency":"%s"},"stock":%s%s}""";

    private static final String OPERATOR = "the-operator-of-this-market-and-nobody-else";

    private StandaloneProcess pasar;
    private Market market;
    private Person host;
    private Person stranger;
    private Person buyer;
    private String room;
    private String sku;
    private String sale;
    private String before;

    @BeforeAll
    void openTheMarket(@TempDir Path home) {
        pasar = trustingTheTestIssuer(StandaloneProcess.in(home))
                .with("PASAR_OPERATOR_TOKEN", OPERATOR)
                .start();
        market = new Market(pasar.uri("/"));
        host = market.signUp("host", null);
        stranger = market.signUp("stranger", null);
        buyer = market.signUp("buyer", null);
        room = host.api()
                .post("/live/v1/rooms", "{\"title\":\"Show\"}")
                .expect(201)
                .path("id")
                .asString();
        host.api().post("/live/v1/rooms/" + room + "/start", "{}").expect(200);
        JsonNode product = host.api()
                .post("/live/v1/products", "{\"title\":\"Shirt\",\"price\":{\"amount\":\"5\",\"currency\":\"USD\"}}")
                .expect(201);
        sku = product.path("variants").path(0).path("id").asString();
        sale = host.api()
                .post("/live/v1/rooms/" + room + "/sales", SALE.formatted(sku, "5", "USD", "5", ""))
                .expect(201)
                .path("id")
                .asString();
        before = world();
    }

    /// Trusted beside the built-in one, so that a token of it is refused for what is wrong with it and for
    /// nothing else.
    private static StandaloneProcess trustingTheTestIssuer(StandaloneProcess process) {
        String builtIn = "http://localhost:" + process.port() + "/community";
        return process.with("PASAR_AUTH_ISSUERS_0_ISSUER", builtIn)
                .with("PASAR_AUTH_ISSUERS_0_JWKSURI", builtIn + "/.well-known/jwks.json")
                .with("PASAR_AUTH_ISSUERS_1_ISSUER", TestTokens.issuer())
                .with("PASAR_AUTH_ISSUERS_1_AUDIENCE", TestTokens.audience())
                .with("PASAR_AUTH_ISSUERS_1_JWKS", TestTokens.jwks());
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(world()).isEqualTo(before);
    }

    @AfterAll
    void close() {
        pasar.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "{\"title\":}", "nonsense", "{\"title\":\"a\"}{", "{\"title\":\"a\",\"title\":\"b\"}"})
    void refusesMalformedJson(String body) {
        assertThat(host.api()
                        .post("/live/v1/rooms", body)
                        .expect(400)
                        .path("type")
                        .asString())
                .isIn("/problems/malformed-json", "/problems/invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000000", "\"2\"", "1.5", "null", "[]", "1e400"})
    void refusesQuantitiesNobodyCanBuy(String quantity) {
        JsonNode problem = buyer.api()
                .post("/live/v1/sales/" + sale + "/reservations", "{\"quantity\":" + quantity + "}")
                .expect(400);

        assertThat(problem.path("errors").path(0).path("pointer").asString())
                .as(problem.toString())
                .isEqualTo("/quantity");
    }

    static Stream<Arguments> badPrices() {
        return Stream.of(
                arguments("0.5", "JPY"),
                arguments("1.2345", "KWD"),
                arguments("1.001", "EUR"),
                arguments("5", "XYZ"),
                arguments("5", "usd"),
                arguments("-5", "USD"),
                arguments("1e3", "USD"),
                arguments("99999999999999999999", "USD"));
    }

    @ParameterizedTest
    @MethodSource("badPrices")
    void refusesPricesTheCurrencyDoesNotKnow(String amount, String currency) {
        JsonNode problem = host.api()
                .post("/live/v1/rooms/" + room + "/sales", SALE.formatted(sku, amount, currency, "5", ""))
                .expect(400);

        assertThat(problem.path("errors").path(0).path("pointer").asString())
                .as(problem.toString())
                .startsWith("/price");
    }

    @Test
    void refusesFieldsASaleDoesNotHave() {
        JsonNode problem = host.api()
                .post("/live/v1/rooms/" + room + "/sales", SALE.formatted(sku, "5", "USD", "5", ",\"perMemeber\":1"))
                .expect(400);

        assertThat(problem.path("errors").path(0).path("pointer").asString())
                .as(problem.toString())
                .isEqualTo("/perMemeber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-nonsense-locale", "12", "e n"})
    void refusesUnknownLocales(String locale) {
        refusesMember("\"locale\":\"" + locale + "\"", "/locale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adm\\u202Eni", "a\\u0000b", "a\\nb", "\\u2066x\\u2069"})
    void refusesNamesThatDeceive(String name) {
        refusesMember("\"displayName\":\"" + name + "\"", "/displayName");
    }

    private void refusesMember(String field, String pointer) {
        JsonNode problem = market.guest()
                .post("/community/v1/members", "{\"handle\":\"newcomer\",\"password\":\"long enough\"," + field + "}")
                .expect(400);

        assertThat(problem.path("errors").path(0).path("pointer").asString())
                .as(problem.toString())
                .isEqualTo(pointer);
        market.guest()
                .post("/community/v1/tokens", "{\"handle\":\"newcomer\",\"password\":\"long enough\"}")
                .expect(401);
    }

    @Test
    void endsASocketThatSendsAMegabyte() {
        RoomClient socket = RoomClient.connect(host.api(), room);
        socket.join(Optional.empty());

        assertThat(socket.sendAndAwaitClose(
                        "{\"id\":9,\"type\":\"chat.send\",\"data\":{\"text\":\"" + "a".repeat(1 << 20) + "\"}}"))
                .isIn(1009, 4400);
    }

    static Stream<Arguments> badFiles() {
        String header = "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Price\n";
        return Stream.of(
                arguments("without the Handle column", utf8("Title,Variant Price\nShirt,5\n"), "Handle"),
                arguments("with an unclosed quote", utf8(header + "a,\"Shirt,x,Title,Default Title,5\n"), "quote"),
                arguments(
                        "in Latin-1",
                        (header + "a,Café,x,Title,Default Title,5\n").getBytes(StandardCharsets.ISO_8859_1),
                        "UTF-8"),
                arguments(
                        "with more than 100,000 rows",
                        utf8(header + "a,Shirt,x,Title,Default Title,5\n".repeat(100_001)),
                        "100"));
    }

    @ParameterizedTest(name = "a file {0}")
    @MethodSource("badFiles")
    void importsNothingFrom(String what, byte[] csv, String hint) {
        Api.Answer answer = host.api().upload("/live/v1/products/import", csv);
        JsonNode refusal = answer.status() == 202
                ? market.awaitJob(host, answer.body().path("id").asString())
                : answer.body();

        assertThat(refusal.toString()).contains(hint);
        assertThat(refusal.path("state").asString("failed")).as(what).isEqualTo("failed");
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                arguments("a formula as title", "a,=HYPERLINK(1),x,Title,Default Title,5\n"),
                arguments("a negative price", "a,Shirt,x,Title,Default Title,-5\n"),
                arguments("too many decimals", "a,Shirt,x,Title,Default Title,5.001\n"),
                arguments("a control character", "a,Sh\u0007irt,x,Title,Default Title,5\n"));
    }

    @ParameterizedTest(name = "a row with {0}")
    @MethodSource("badRows")
    void countsAsFailed(String what, String row) {
        byte[] csv = utf8("Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Price\n" + row);
        Api.Answer answer = host.api().upload("/live/v1/products/import?currency=USD", csv);

        JsonNode job = market.awaitJob(host, answer.expect(202).path("id").asString());

        assertThat(job.path("failed").asInt()).as(what + " " + job).isEqualTo(1);
        assertThat(job.path("errors").size()).as(what + " " + job).isPositive();
    }

    static Stream<Arguments> badTokens() {
        UUID somebody = UUID.randomUUID();
        return Stream.of(
                arguments("expired", TestTokens.expired(somebody, "x"), "has expired"),
                arguments("forged", TestTokens.forged(somebody, "x"), "signature"),
                arguments("changed", TestTokens.tampered(somebody, UUID.randomUUID(), "x"), "signature"),
                arguments("unsigned", TestTokens.unsigned(somebody, "x"), "not signed"),
                arguments("signed with the public key", TestTokens.confused(somebody, "x"), "HS256"),
                arguments("for another application", TestTokens.forAnotherAudience(somebody, "x"), "audience"),
                arguments("from an issuer nobody configured", TestTokens.foreign(somebody, "x"), "issuer"),
                arguments("no token at all", "rubbish", "not a JSON Web Token"));
    }

    @ParameterizedTest(name = "a token that is {0}")
    @MethodSource("badTokens")
    void opensNothing(String what, String token, String reason) {
        Api liar = market.guest().as(token);

        refusesToken(liar.get("/community/v1/members/me"), reason);
        refusesToken(liar.post("/live/v1/rooms", "{\"title\":\"Mine\"}"), reason);
        refusesToken(liar.post("/content/v1/copy", "{}"), reason);
    }

    private static void refusesToken(Api.Answer answer, String reason) {
        answer.expectProblem(401, "/problems/invalid-token");
        assertThat(answer.body().path("detail").asString()).contains(reason);
    }

    @Test
    void letsAnHonestTokenOfTheSameIssuerIn() {
        Api honest = market.guest().as(TestTokens.valid(UUID.randomUUID(), "x"));

        honest.get("/live/v1/products").expect(200);
    }

    @Test
    void refusesATokenWithTheSignatureOfAnother() {
        String honest = host.api().token().orElseThrow();
        String other = stranger.api().token().orElseThrow();
        String crossed = other.substring(0, other.lastIndexOf('.')) + honest.substring(honest.lastIndexOf('.'));

        market.guest().as(crossed).get("/community/v1/members/me").expectProblem(401, "/problems/invalid-token");
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        String key = UUID.randomUUID().toString();
        stranger.api().post("/live/v1/rooms", "{\"title\":\"One\"}", key).expect(201);
        before = world();

        stranger.api()
                .post("/live/v1/rooms", "{\"title\":\"Two\"}", key)
                .expectProblem(422, "/problems/idempotency-key-reused");
        assertThat(stranger.api()
                        .post("/live/v1/rooms", "{\"title\":\"One\"}", key)
                        .raw()
                        .headers()
                        .firstValue("Idempotency-Replayed"))
                .contains("true");
    }

    @Test
    void letsNobodyActOnTheRoomOfAnother() {
        String path = "/live/v1/rooms/" + room;

        stranger.api().post(path + "/end", "{}").expectProblem(403, "/problems/forbidden");
        stranger.api()
                .put(path + "/stage", "{\"productId\":\"" + UUID.randomUUID() + "\"}")
                .expectProblem(403, "/problems/forbidden");
        stranger.api()
                .post(path + "/sales", SALE.formatted(sku, "5", "USD", "5", ""))
                .expectProblem(403, "/problems/forbidden");
        RoomClient socket = RoomClient.connect(stranger.api(), room);
        socket.join(Optional.empty());
        ObjectNode close = Api.JSON.createObjectNode().put("saleId", sale);
        assertThat(socket.refused("sale.close", close).path("type").asString()).isEqualTo("/problems/forbidden");
    }

    @Test
    void letsNobodySeeOrUseTheHoldAndTheOrderOfAnother() {
        String hold = market.reserve(buyer, sale);
        JsonNode order = market.order(buyer, hold);
        String orderPath = "/live/v1/orders/" + order.path("id").asString();

        stranger.api().get("/live/v1/reservations/" + hold).expect(404);
        stranger.api().delete("/live/v1/reservations/" + hold).expect(404);
        stranger.api()
                .post("/live/v1/orders", "{\"reservationId\":\"" + hold + "\"}")
                .expect(404);
        stranger.api().get(orderPath).expect(404);
        stranger.api().post(orderPath + "/cancel", "{}").expect(404);
        stranger.api().post(orderPath + "/refunds", "{}").expect(404);

        buyer.api().post(orderPath + "/cancel", "{}").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/actuator/deadletters",
                "/community/actuator/deadletters",
                "/community/actuator/signingkeys",
                "/community/actuator/heldrewards",
                "/content/actuator/metrics"
            })
    void letsOnlyTheOperatorBehindTheScenes(String path) {
        market.guest().get(path).expectProblem(401, "/problems/unauthenticated");
        host.api().get(path).expectProblem(401, "/problems/unauthenticated");
        assertThat(market.guest().as(OPERATOR).get(path).status()).isEqualTo(200);
        market.guest().as(OPERATOR).get("/live/v1/rooms").expectProblem(401, "/problems/invalid-token");
        market.guest().as(OPERATOR).get("/live/actuator/env").expect(404);
    }

    @Test
    void letsNobodyTouchThePostOfAnother() {
        String post = "/community/v1/posts/"
                + host.api()
                        .post("/community/v1/posts", "{\"text\":\"mine\"}")
                        .expect(201)
                        .path("id")
                        .asString();
        before = world();

        stranger.api().delete(post).expectProblem(403, "/problems/forbidden");
        assertThat(stranger.api().patch(post, "{\"text\":\"yours\"}").status()).isEqualTo(403);
        assertThat(market.guest()
                        .as(host.api().token().orElseThrow())
                        .get(post)
                        .expect(200)
                        .path("text")
                        .asString())
                .isEqualTo("mine");
    }

    /// What is there to be seen: the host's products, everybody's rooms, the sales of her room, and all posts.
    private String world() {
        return String.join(
                "\n",
                host.api().get("/live/v1/products").expect(200).path("items").toString(),
                seen("/live/v1/rooms?host=" + host.id(), "id", "title", "state"),
                seen("/live/v1/rooms?host=" + stranger.id(), "id", "title", "state"),
                seen("/live/v1/rooms/" + room + "/sales", "id", "state", "total", "available", "perMember", "price"),
                seen("/community/v1/posts?author=" + host.id(), "id", "text"),
                seen("/community/v1/posts?author=" + stranger.id(), "id", "text"));
    }

    private String seen(String path, String... fields) {
        return host.api()
                .get(path)
                .expect(200)
                .path("items")
                .valueStream()
                .map(item -> Arrays.stream(fields).map(item::path).toList().toString())
                .toList()
                .toString();
    }

    static Stream<Arguments> unreadableRequests() {
        String pad = "x".repeat(17_000);
        return Stream.of(
                arguments("GET /%s?q=" + pad + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, "address-too-long"),
                arguments("GET /%s HTTP/1.1\r\nHost: a\r\nX-Pad: " + pad + "\r\n\r\n", 431, "headers-too-large"),
                arguments("GET /%s HTTP/1.1\r\nHost: a\r\nbad header: 1\r\n\r\n", 400, "invalid-request"),
                arguments("HELLO\r\n\r\n", 400, "invalid-request"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unreadableRequests")
    void explainsWhatCannotBeReadAndHangsUp(String request, int status, String problem) {
        String answer = RawHttp.exchange(pasar.port(), request.formatted("live/v1/rooms"));
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("connection: close");
        JsonNode body = Api.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(body.path("type").asString()).isEqualTo("/problems/" + problem);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("detail").asString()).contains(":");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
