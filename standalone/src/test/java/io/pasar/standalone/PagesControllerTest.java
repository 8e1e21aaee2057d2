package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

class PagesControllerTest {

    @Test
    void isReadyWhenAllServicesAre() {
        client(true, true)
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isNotReadyWhenOneServiceIsNot() {
        client(true, false)
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/developers", "/openapi", "/asyncapi", "/style.css", "/favicon.svg"})
    void servesPagesThatMayRunNoScript(String path) {
        client(true)
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'")
                                .doesNotContain("script-src", "unsafe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"developers.html", "openapi.html", "asyncapi.html"})
    void bringsNoInlineScriptOrStyle(String name) throws IOException {
        String page = new ClassPathResource("pasar/console/" + name).getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).startsWith("<!doctype html>").doesNotContain("<script", "<style", " style=", " on");
    }

    @ParameterizedTest
    @CsvSource({"/openapi,content", "/asyncapi,community"})
    void indexesTheDocumentsForPrograms(String path, String last) {
        client(true)
                .get()
                .uri(path)
                .accept(MediaType.ALL)
                .exchange()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.documents[-1].url")
                .isEqualTo("/" + last + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rooms/01a2", "/studio/rooms/01a2", "/sign-up?ref=ABC", "/me"})
    void beginsEveryPageWithTheSameDocumentThatRunsNoInlineScript(String path) {
        client(true)
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                                .doesNotContain("unsafe"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("/assets/app.js"));
    }

    @Test
    void hasEveryFileAskedForAgain() {
        assertThat(caching("/vendor/preact.js")).isEqualTo("no-cache");
        assertThat(caching("/assets/app.js")).isEqualTo("no-cache");
    }

    @Test
    void sendsAFileCompressedAndOnlyOnce() {
        HttpHeaders first = client(true)
                .get()
                .uri("/assets/app.js")
                .header(HttpHeaders.ACCEPT_ENCODING, "br;q=1.0, gzip;q=0.8")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "gzip")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .returnResult()
                .getResponseHeaders();

        assertThat(first.getETag()).endsWith("-gzip\"").doesNotStartWith("W/");
        client(true)
                .get()
                .uri("/assets/app.js")
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(first.getETag()))
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        assertThat(plainTag("/assets/app.js")).isNotEqualTo(first.getETag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../index.html",
                "/assets/..%2findex.html",
                "/assets/%2e%2e/routes.json",
                "/vendor/../../../live-service.yml",
                "/assets/lib",
                "/assets/.hidden.js",
                "/assets//app.js",
                "/assets/none.js"
            })
    void servesNothingButItsFiles(String path) {
        client(true).get().uri(URI.create(path)).exchange().expectStatus().isNotFound();
    }

    @Test
    void showsABrowserAPageWhereNothingIs() {
        client(true)
                .get()
                .uri("/nowhere")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        client(true)
                .post()
                .uri("/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    private static String caching(String path) {
        return String.valueOf(headers(path).getCacheControl());
    }

    private static String plainTag(String path) {
        return String.valueOf(headers(path).getETag());
    }

    private static HttpHeaders headers(String path) {
        return client(true)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
    }

    private static WebTestClient client(Boolean... ready) {
        List<ReadinessProvider> services = List.of(ready).stream()
                .map(answer -> (ReadinessProvider) () -> Mono.just(answer))
                .toList();
        return WebTestClient.bindToRouterFunction(new PagesController(services).routes())
                .build();
    }
}
