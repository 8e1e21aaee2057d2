package io.pasar.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Everything bad that may arrive: each gets a specific problem answer, and nothing changes.
@UsesTrialService
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String INVALID = "/problems/invalid-request";
    private static final String MALFORMED = "/problems/malformed-json";

    @Autowired
    OfferStore offers;

    @LocalServerPort
    int port;

    private long before;

    @BeforeEach
    void count() {
        before = Objects.requireNonNull(offers.count().block(PATIENCE));
    }

    @AfterEach
    void nothingChanged() {
        assertThat(offers.count().block(PATIENCE)).isEqualTo(before);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                        "{",
                        "{\"quantity\":1,}",
                        "{\"quantity\":1} {",
                        "{'quantity':1}",
                        "{quantity:1}",
                        "nonsense",
                        "{\"quantity\":01}",
                        "{\"quantity\":NaN}",
                        "{\"quantity\":1,\"quantity\":2}",
                        "{\"name\":\"a\nb\",\"quantity\":1}",
                        "{\"name\":\"\\x\",\"quantity\":1}",
                        "{\"quantity\":" + "1".repeat(5_000) + "}",
                        "{\"" + "n".repeat(2_000) + "\":1}",
                        "\u0000",
                        "/* note */ {\"quantity\":1}")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String body) {
        isProblem(post(body), 400, MALFORMED, null);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of("{}", "/quantity"),
                Arguments.of("null", ""),
                Arguments.of("", ""),
                Arguments.of("[]", ""),
                Arguments.of("[".repeat(10_000) + "]".repeat(10_000), ""),
                Arguments.of("{\"variants\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "/variants/0"),
                Arguments.of("\"text\"", ""),
                Arguments.of("{\"quantity\":1,\"colour\":\"red\"}", "/colour"),
                Arguments.of("{\"quantity\":1,\"a/b~c\":1}", "/a~1b~0c"),
                Arguments.of("{\"quantity\":0}", "/quantity"),
                Arguments.of("{\"quantity\":-1}", "/quantity"),
                Arguments.of("{\"quantity\":1001}", "/quantity"),
                Arguments.of("{\"quantity\":1000000000000}", "/quantity"),
                Arguments.of("{\"quantity\":1e400}", "/quantity"),
                Arguments.of("{\"quantity\":-0.5}", "/quantity"),
                Arguments.of("{\"quantity\":1.0}", "/quantity"),
                Arguments.of("{\"quantity\":\"1\"}", "/quantity"),
                Arguments.of("{\"quantity\":null}", "/quantity"),
                Arguments.of("{\"quantity\":true}", "/quantity"),
                Arguments.of("{\"quantity\":[1]}", "/quantity"),
                Arguments.of("{\"quantity\":{}}", "/quantity"),
                Arguments.of("{\"quantity\":1,\"big\":99999999999999999999}", "/big"),
                Arguments.of("{\"quantity\":1,\"ratio\":1e400}", "/ratio"),
                Arguments.of("{\"quantity\":1,\"open\":\"yes\"}", "/open"),
                Arguments.of("{\"quantity\":1,\"kind\":\"raffle\"}", "/kind"),
                Arguments.of("{\"quantity\":1,\"kind\":0}", "/kind"),
                Arguments.of("{\"quantity\":1,\"at\":1700000000}", "/at"),
                Arguments.of("{\"quantity\":1,\"at\":\"tomorrow\"}", "/at"),
                Arguments.of("{\"quantity\":1,\"member\":\"me\"}", "/member"),
                Arguments.of("{\"quantity\":1,\"name\":1}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":{\"a\":1}}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"a\\u0000\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"a\\u0007\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"a\\nb\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"a\\u202eb\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"a\\u2068b\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"\\ud800\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"\\uffff\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"name\":\"" + "x".repeat(51) + "\"}", "/name"),
                Arguments.of("{\"quantity\":1,\"story\":\"" + "x".repeat(900_000) + "\"}", "/story"),
                Arguments.of("{\"quantity\":1,\"locale\":\"xx-invalid\"}", "/locale"),
                Arguments.of("{\"quantity\":1,\"locale\":\"klingon\"}", "/locale"),
                Arguments.of("{\"quantity\":1,\"market\":\"XX\"}", "/market"),
                Arguments.of("{\"quantity\":1,\"price\":19.9}", "/price"),
                Arguments.of(price("19.90", "XYZ"), "/price/currency"),
                Arguments.of(price("19.90", "eur"), "/price/currency"),
                Arguments.of(price("1.5", "JPY"), "/price/amount"),
                Arguments.of(price("1.2345", "KWD"), "/price/amount"),
                Arguments.of(price("19.999", "EUR"), "/price/amount"),
                Arguments.of(price("1e3", "EUR"), "/price/amount"),
                Arguments.of(price("NaN", "EUR"), "/price/amount"),
                Arguments.of(price("10000000000000", "EUR"), "/price/amount"),
                Arguments.of("{\"quantity\":1,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}", "/price/amount"),
                Arguments.of("{\"quantity\":1,\"price\":{\"currency\":\"EUR\"}}", "/price/amount"),
                Arguments.of("{\"quantity\":1,\"variants\":{}}", "/variants"),
                Arguments.of("{\"quantity\":1,\"variants\":[{\"stock\":1}]}", "/variants/0/price"),
                Arguments.of(
                        "{\"quantity\":1,\"variants\":[{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"},\"stock\":0}]}",
                        "/variants/0/stock"),
                Arguments.of("{\"quantity\":1,\"variants\":[{\"price\":1,\"stock\":1}]}", "/variants/0/price"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongValues(String body, String pointer) {
        isProblem(post(body), 400, INVALID, pointer);
    }

    @Test
    void namesEveryValueAtFault() {
        ResponseEntity<String> answer = post("{\"quantity\":0,\"locale\":\"xx\",\"market\":\"XX\"}");
        assertThat(answer.getBody())
                .contains("{\"pointer\":\"/quantity\",\"detail\":\"must be 1 or more\"}")
                .contains("\"/locale\"")
                .contains("\"/market\"");
    }

    @Test
    void refusesLatin1AndOtherBytesThatAreNoUtf8() {
        isProblem(post("{\"quantity\":1,\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1)), 400, MALFORMED, null);
        isProblem(post(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}), 400, MALFORMED, null);
        isProblem(post(new byte[] {(byte) 0xff, (byte) 0xfe}), 400, MALFORMED, null);
    }

    @Test
    void refusesCompressedBodies() {
        isProblem(
                exchange(HttpMethod.POST, "/v1/echo", gzip(new byte[1 << 20]), headers -> {
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                }),
                415,
                "/problems/unsupported-media-type",
                null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x"
            })
    void refusesOtherContentTypes(String type) {
        ResponseEntity<String> answer = exchange(
                HttpMethod.POST,
                "/v1/echo",
                bytes("{\"quantity\":1}"),
                headers -> headers.set(HttpHeaders.CONTENT_TYPE, type));
        isProblem(answer, 415, "/problems/unsupported-media-type", null);
    }

    @Test
    void refusesToAnswerInOtherTypes() {
        isProblem(
                exchange(
                        HttpMethod.GET,
                        "/v1/caller",
                        null,
                        headers -> headers.setAccept(List.of(MediaType.APPLICATION_XML))),
                406,
                "/problems/not-acceptable",
                null);
    }

    @Test
    void namesTheMethodsAPathTakes() {
        ResponseEntity<String> answer = exchange(HttpMethod.DELETE, "/v1/echo", null, _ -> {});
        isProblem(answer, 405, "/problems/method-not-allowed", null);
        assertThat(answer.getHeaders().getAllow()).containsExactly(HttpMethod.POST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v2/echo", "/v1/echo/", "/actuator/env", "/v1/rooms/", "/actuator/metrics"})
    void knowsNoOtherPaths(String path) {
        isProblem(exchange(HttpMethod.GET, path, null, _ -> {}), 404, "/problems/not-found", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2", "1-1-1-1-1", "%F0%9F%92%A9"})
    void refusesIdsThatAreNone(String id) {
        isProblem(exchange(HttpMethod.GET, "/v1/rooms/" + id, null, _ -> {}), 400, INVALID, "/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rooms/%00", "/v1/%2e%2e/echo", "/v1/rooms;a=b/c", "/v1//echo", "/v1/%2fecho"})
    void refusesPathsThatCouldMeanTwoThings(String path) {
        isProblem(exchange(HttpMethod.GET, path, null, _ -> {}), 400, INVALID, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=x", "limit=", "limit=1e1", "limit=99999999999"})
    void refusesLimitsOfPagesThatAreNone(String query) {
        isProblem(exchange(HttpMethod.GET, "/v1/pages?" + query, null, _ -> {}), 400, INVALID, "/limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x", "after=", "after=!!!!", "after=AAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesPlacesInPagesThatAreNone(String query) {
        isProblem(exchange(HttpMethod.GET, "/v1/pages?" + query, null, _ -> {}), 400, INVALID, "/after");
    }

    @Test
    void refusesParametersOfTheWrongType() {
        isProblem(exchange(HttpMethod.GET, "/v1/pages?version=one", null, _ -> {}), 400, INVALID, "/version");
        isProblem(exchange(HttpMethod.GET, "/v1/limited", null, _ -> {}), 400, INVALID, "/subject");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        isProblem(post(new byte[(1 << 20) + 1]), 413, "/problems/payload-too-large", null);
    }

    @Test
    void refusesABodyThatGrowsTooLargeWithoutSaying() {
        Flux<DataBuffer> endless =
                Flux.range(0, 40).map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[1 << 16]));
        ResponseEntity<String> answer = client().post()
                .uri("/v1/echo")
                .contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromDataBuffers(endless))
                .exchangeToMono(response -> response.toEntity(String.class))
                .block(PATIENCE);
        isProblem(Objects.requireNonNull(answer), 413, "/problems/payload-too-large", null);
    }

    @Test
    void takesALargerBodyWhereACallAllowsIt() {
        ResponseEntity<String> fits = exchange(HttpMethod.POST, "/v1/large", new byte[2 << 20], BadInputIT::plain);
        assertThat(fits.getStatusCode().value()).isEqualTo(200);
        isProblem(
                exchange(HttpMethod.POST, "/v1/large", new byte[(2 << 20) + 1], BadInputIT::plain),
                413,
                "/problems/payload-too-large",
                null);
    }

    @Test
    void closesTheConnectionOnHeadersBeyondTheLimit() {
        ResponseEntity<String> answer =
                exchange(HttpMethod.GET, "/v1/caller", null, headers -> headers.set("X-Large", "x".repeat(20_000)));
        assertThat(answer.getStatusCode().value()).isEqualTo(431);
    }

    @Test
    void saysNothingOfAFaultOfOurs() {
        ResponseEntity<String> answer = exchange(HttpMethod.GET, "/v1/broken", null, _ -> {});
        isProblem(answer, 500, "/problems/internal", null);
        assertThat(answer.getBody()).doesNotContain("secret detail").doesNotContain("Exception");
    }

    private static void plain(HttpHeaders headers) {
        headers.setContentType(MediaType.TEXT_PLAIN);
    }

    private static String price(String amount, String currency) {
        return "{\"quantity\":1,\"price\":{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"}}";
    }

    private ResponseEntity<String> post(String body) {
        return post(bytes(body));
    }

    private ResponseEntity<String> post(byte[] body) {
        return exchange(
                HttpMethod.POST, "/v1/echo", body, headers -> headers.setContentType(MediaType.APPLICATION_JSON));
    }

    private ResponseEntity<String> exchange(
            HttpMethod method, String path, byte @Nullable [] body, java.util.function.Consumer<HttpHeaders> headers) {
        WebClient.RequestBodySpec request = client().method(method)
                .uri(java.net.URI.create("http://localhost:" + port + path))
                .headers(headers);
        Mono<ResponseEntity<String>> answer = (body == null ? request : request.bodyValue(body))
                .exchangeToMono(response -> response.toEntity(String.class));
        return Objects.requireNonNull(answer.block(PATIENCE));
    }

    private WebClient client() {
        return WebClient.create("http://localhost:" + port);
    }

    private static void isProblem(ResponseEntity<String> answer, int status, String type, @Nullable String pointer) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody())
                .contains("\"type\":\"" + type + "\"", "\"status\":" + status, "\"title\":\"", "\"detail\":\"");
        if (pointer != null) {
            assertThat(answer.getBody()).contains("\"pointer\":\"" + pointer + "\"");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
