package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/// The edge's nginx serves the pages as the front of the standalone process does, and passes calls on to where
/// the services are, with their limits.
class EdgeTest {

    private static final String NGINX = read("deploy/edge/nginx.conf");
    private static final String PAGE = read("deploy/edge/page.conf");

    private final WebTestClient front = WebTestClient.bindToRouterFunction(
                    new PagesController(List.of(() -> Mono.just(true)), new ConsoleStore(Optional.empty())).routes())
            .build();

    @Test
    void everyAddressOfAPageLeadsToTheDocument() {
        Pattern pages = Pattern.compile(find("location ~ (\\^/\\(rooms.*?\\$) \\{", NGINX));

        assertThat(PageRoutes.load().pages())
                .isNotEmpty()
                .allSatisfy(
                        page -> assertThat(page.replaceAll("\\{\\w+}", "01a2")).matches(pages));
        assertThat(List.of("/rooms", "/rooms/1/2", "/live/v1/rooms", "/assets/app.js", "/feed/x"))
                .noneMatch(pages.asMatchPredicate());
    }

    @ParameterizedTest
    @CsvSource({"/, /index.html", "/developers, default", "/assets/app.js, default", "/favicon.svg, default"})
    void filesHaveTheSamePolicy(String path, String entry) {
        assertThat(find("(?m)^ +" + Pattern.quote(entry) + " \"(default-src[^\"]*)\";", NGINX))
                .isEqualTo(headers(path).getFirst("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"})
    void filesHaveTheSameHeaders(String name) {
        assertThat(find("add_header " + name + " \"?([^\";]*)\"? always;", PAGE))
                .isEqualTo(headers("/").getFirst(name));
    }

    @Test
    void filesAreKeptAsLong() {
        String bundled = find("src=\"(/bundle/[^\"]+/app\\.js)\"", text("/"));

        assertThat(PAGE).contains("add_header Cache-Control $pasar_caching always;");
        assertThat(find("map \\$uri \\$pasar_caching \\{\\s+default (\\S+);", NGINX))
                .isEqualTo(headers("/assets/app.js").getCacheControl());
        assertThat(bundled)
                .matches(Pattern.compile(find("(\\^/bundle/) \"", NGINX)).asPredicate());
        assertThat(find("\\^/bundle/ \"([^\"]+)\";", NGINX))
                .isEqualTo(headers(bundled).getCacheControl());
    }

    @ParameterizedTest
    @CsvSource({"live, live-service", "community, community-service", "content, content-ai"})
    void callsGoWhereTheServicesListen(String name, String service) {
        assertThat(setting(service, "base-path")).isEqualTo("/" + name);
        assertThat(NGINX)
                .contains("location /" + name + "/ {")
                .contains("server " + service + ":" + setting(service, "port") + " resolve")
                .contains("server " + service + ":8090 resolve max_fails=0;")
                .contains("proxy_pass http://" + name + ";");
    }

    @Test
    void bodiesHaveTheServicesLimits() {
        Class<?> imports = ClassUtils.resolveClassName("io.pasar.live.catalogue.intake.ImportController", null);
        Class<?> limit = ClassUtils.resolveClassName("io.pasar.platform.web.BodyLimit", null);
        Object mebibytes = List.of(ReflectionUtils.getDeclaredMethods(imports)).stream()
                .map(method -> AnnotatedElementUtils.getMergedAnnotationAttributes(method, limit.getName()))
                .filter(java.util.Objects::nonNull)
                .map(attributes -> attributes.getOrDefault("mebibytes", 0))
                .findFirst()
                .orElseThrow();

        assertThat(find("(?m)^    client_max_body_size (\\d+)m;", NGINX))
                .isEqualTo(Long.toString(DataSize.parse("1MB").toMegabytes()));
        assertThat(read("platform/src/main/java/io/pasar/platform/web/WebProperties.java"))
                .contains("@DefaultValue(\"1MB\") @NotNull DataSize bodyMax");
        assertThat(find("import \\{\\s+client_max_body_size (\\d+)m;", NGINX)).isEqualTo(mebibytes.toString());
    }

    @Test
    void theOperatorsEndpointsAreNotPassedOn() {
        Pattern closed = Pattern.compile(find("location ~ (\\^/\\(live\\|community.*?) \\{\\s+return 404;", NGINX));

        assertThat(List.of("/live/actuator", "/community/actuator/health", "/content/actuator/prometheus"))
                .allMatch(path -> closed.matcher(path).find());
    }

    @Test
    void socketsMayBeSilentForLongerThanThePings() {
        long timeout = Long.parseLong(find("proxy_read_timeout (\\d+)s;", read("deploy/edge/service.conf")));

        assertThat(read("platform/src/main/java/io/pasar/platform/socket/SocketProperties.java"))
                .contains("@DefaultValue(\"25s\") Duration pingAfter");
        assertThat(timeout).isGreaterThan(2 * 25);
    }

    @Test
    void everyKindOfFileHasAType() throws IOException {
        String types = find("(?s) types \\{(.*?)}", NGINX);

        try (Stream<Path> files = Files.walk(Path.of("..", "web-console", "target", "classes", "pasar", "console"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.toString().replaceFirst(".*\\.", ""))
                            .distinct())
                    .contains("map", "js")
                    .allSatisfy(ending -> assertThat(types).containsPattern("[ ]" + ending + "[; ]"));
        }
    }

    private String text(String path) {
        return String.valueOf(front.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private HttpHeaders headers(String path) {
        return front.get()
                .uri(path)
                .accept(MediaType.ALL)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseHeaders();
    }

    private static String setting(String service, String key) {
        return find(
                "(?m)^ +" + key + ": (\\S+)$|^server:\\n  " + key + ": (\\S+)",
                read(service + "/src/main/resources/" + service + ".yml"));
    }

    private static String find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1) != null ? found.group(1) : found.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing matches " + pattern));
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of("..", path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
