package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .value(page -> assertThat(page).containsPattern("src=\"/bundle/[0-9a-f]{16}/app\\.js\""));
    }

    @Test
    void hasEveryFileAskedForAgainWhoseNameStays() {
        assertThat(caching("/vendor/preact.js")).isEqualTo("no-cache");
        assertThat(caching("/assets/app.js")).isEqualTo("no-cache");
        assertThat(caching("/")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.js", "app.js.map", "app.css", "i18n/ar/shell.json"})
    void hasTheBundlesFilesKeptForever(String name) throws IOException {
        String document = new ClassPathResource("pasar/console/index.html").getContentAsString(StandardCharsets.UTF_8);
        String bundle = Pattern.compile("/bundle/[0-9a-f]{16}/")
                .matcher(document)
                .results()
                .findFirst()
                .orElseThrow()
                .group();

        assertThat(caching(bundle + name)).isEqualTo("max-age=31536000, public, immutable");
    }

    @Test
    void readsSourcesAnewEachTimeForWhoeverWorksOnThem(@TempDir Path folder) throws IOException {
        WebTestClient client = client(new ConsoleStore(Optional.of(folder)));
        for (String words : List.of("first", "second")) {
            Files.writeString(folder.resolve("index.html"), words);
            client.get()
                    .uri("/")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .isEqualTo(words);
        }
        client.get().uri("/vendor/preact.js").exchange().expectStatus().isOk();
        client.get().uri("/assets/app.js").exchange().expectStatus().isNotFound();
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
                "/assets/none.js",
                "/bundle/0123456789abcdef/app.js"
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
        return client(new ConsoleStore(Optional.empty()), services);
    }

    private static WebTestClient client(ConsoleStore files) {
        return client(files, List.of());
    }

    private static WebTestClient client(ConsoleStore files, List<ReadinessProvider> services) {
        return WebTestClient.bindToRouterFunction(new PagesController(services, files).routes())
                .build();
    }
}
