package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    @ValueSource(strings = {"/", "/openapi", "/asyncapi", "/style.css", "/favicon.svg"})
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
    @ValueSource(strings = {"index.html", "openapi.html", "asyncapi.html"})
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

    private static WebTestClient client(Boolean... ready) {
        List<ReadinessProvider> services = List.of(ready).stream()
                .map(answer -> (ReadinessProvider) () -> Mono.just(answer))
                .toList();
        return WebTestClient.bindToRouterFunction(new PagesController(services).routes())
                .build();
    }
}
