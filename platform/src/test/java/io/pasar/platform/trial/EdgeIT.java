package io.pasar.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pasar.test.RawHttp;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// The conventions of the HTTP edge, on a running service.
@UsesTrialService
class EdgeIT {

    private static final String ROOM = "0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e";

    @Autowired
    WebTestClient http;

    @LocalServerPort
    int port;

    @Test
    void saysThatItIsReadyAndNothingElse() {
        get("/actuator/health/readiness")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"UP\"}", JsonCompareMode.STRICT);
    }

    @Test
    void showsNothingElseOfItselfWhereNoOperatorIsConfigured() {
        for (String path : new String[] {"", "/deadletters", "/metrics", "/prometheus", "/env", "/%64eadletters"}) {
            get("/actuator" + path)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/not-found");
        }
    }

    @Test
    void takesWhoSendsNoTokenForAGuest() {
        get("/v1/caller").expectStatus().isOk().expectBody().json("{\"caller\":\"guest\"}");
    }

    @Test
    void readsTypedIdsAndPages() {
        get("/v1/rooms/" + ROOM).expectBody().json("{\"id\":\"" + ROOM + "\"}");
        get("/v1/pages").expectBody().jsonPath("$.limit").isEqualTo(20);
        get("/v1/pages?limit=100").expectBody().jsonPath("$.limit").isEqualTo(100);
    }

    @Test
    void answersWhatItTakesInTheFormOfTheContract() {
        String body = """
                {"kind":"flashSale","at":"2026-11-11T20:00:00+07:00","price":{"amount":"19.9","currency":"EUR"},
                 "quantity":1,"name":"Ayu","locale":"id-ID","market":"ID"}""";
        http.post()
                .uri("/v1/echo")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("flashSale")
                .jsonPath("$.at")
                .isEqualTo("2026-11-11T13:00:00Z")
                .jsonPath("$.price.amount")
                .isEqualTo("19.90");
    }

    @Test
    void givesEveryAnswerAnIdAndTakesTheCallersIfItIsSane() {
        get("/v1/caller")
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(UUID.fromString(id)).isNotNull());
        request("/v1/nowhere", "X-Request-Id", "trace-7_b.1").expectHeader().valueEquals("X-Request-Id", "trace-7_b.1");
        request("/v1/caller", "X-Request-Id", "bad id{}")
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).doesNotContain("{"));
    }

    @Test
    void carriesTheRequestIdIntoTheLogOnWhateverThread() {
        request("/v1/log", "X-Request-Id", "trace-8").expectBody().json("{\"requestId\":\"trace-8\"}");
    }

    @Test
    void keepsBrowsersFromDoingAnythingWithItsAnswers() {
        for (String path : new String[] {"/v1/caller", "/v1/nowhere", "/v1/broken"}) {
            get(path)
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("X-Frame-Options", "DENY")
                    .expectHeader()
                    .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    @Test
    void letsNoOtherOriginCallUnlessConfigured() {
        http.options()
                .uri("/v1/echo")
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @Test
    void servesTheApiDocumentsItHas() {
        get("/openapi")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/yaml;charset=UTF-8")
                .expectBody(String.class)
                .value(text -> assertThat(text).startsWith("openapi: 3.1.0"));
        get("/asyncapi")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void saysWhatIsNotBuiltYet() {
        get("/v1/later")
                .expectStatus()
                .isEqualTo(501)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-built-yet")
                .jsonPath("$.detail")
                .isEqualTo("Later is not built yet.");
    }

    @Test
    void saysWhenToComeBackAfterALimit() {
        String path = "/v1/limited?subject=" + UUID.randomUUID();
        get(path).expectStatus().isOk();
        get(path)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"once\";q=1;w=60")
                .expectHeader()
                .valueEquals("RateLimit", "\"once\";r=0;t=60")
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "60")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/too-many-requests");
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
        assertThat(RawHttp.exchange(port, request.formatted("v1/caller")))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/" + problem + "\"")
                .contains("\"status\":" + status);
    }

    @Test
    void answersWhatCameBeforeAnUnreadableRequestFirst() {
        String answers = RawHttp.exchange(
                port, "GET /v1/caller HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/caller HTTP/9 9\r\nHost: a\r\n\r\n");
        assertThat(answers).startsWith("HTTP/1.1 200 ").contains("\"caller\":\"guest\"");
        assertThat(answers.split("HTTP/1.1 400 ", -1)).hasSize(2);
        assertThat(answers)
                .endsWith("\"detail\":\"This cannot be read as HTTP/1.1: correct the first line,"
                        + " the headers or the framing of the body.\"}");
    }

    @Test
    void answersHeadWithoutABody() {
        http.head()
                .uri("/v1/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .isEmpty();
    }

    private ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private ResponseSpec request(String path, String header, String value) {
        return http.get().uri(path).header(header, value).exchange();
    }

    @Test
    void believesNobodyAboutTheCallersAddress() {
        http.get()
                .uri("/v1/address")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9;proto=https")
                .header("X-Forwarded-Proto", "https")
                .exchange()
                .expectBody()
                .json("{\"address\":\"127.0.0.1\",\"scheme\":\"http\"}");
    }
}
