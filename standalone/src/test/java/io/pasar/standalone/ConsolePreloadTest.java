package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages come as one bundle, and all that the first view needs is asked for at once: a file that nobody names
/// early costs one more round of requests.
class ConsolePreloadTest {

    private static final Pattern NAMED =
            Pattern.compile("<(?:script[^>]* src|link rel=\"(?:stylesheet|modulepreload)\" href)=\"([^\"]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("^import .* from '([^']+)';$", Pattern.MULTILINE);
    private static final Pattern PRELOADS = Pattern.compile("const PRELOADS = (\\{.*});");
    private static final Pattern ROUTE = Pattern.compile("route\\('[^']+', '([\\w-]+)'");
    private static final Pattern MAP = Pattern.compile("//# sourceMappingURL=(\\S+)\\s*$");

    private final List<String> named = found(NAMED, text("/index.html")).toList();
    private final String bundle = named.getFirst().replaceFirst("[^/]+$", "");

    @Test
    void theDocumentNamesThreeFilesOfOneBundle() {
        assertThat(bundle).matches("/bundle/[0-9a-f]{16}/");
        assertThat(named).containsExactly(bundle + "early.js", bundle + "app.css", bundle + "app.js");
        assertThat(named).allSatisfy(file -> assertThat(text(file)).isNotBlank());
    }

    @Test
    void everyPageNamesItsFilesBeforeTheyAskForEachOther() {
        List<String> pages = found(ROUTE, text("/assets/routes.js")).toList();
        JsonNode preloads = preloads();

        assertThat(pages).hasSize(PageRoutes.load().pages().size());
        assertThat(pages)
                .allSatisfy(page -> assertThat(preloads.path(page).valueStream().map(file -> bundle + file.asString()))
                        .as(page)
                        .containsExactlyInAnyOrderElementsOf(own(page)));
    }

    @Test
    void whatOneArrivesAtMostComesInOneOrTwoFiles() {
        assertThat(preloads().path("market")).hasSize(1);
        assertThat(preloads().path("room")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void everyScriptLeadsBackToTheSourcesThatAreServed() {
        Stream<String> pages = found(ROUTE, text("/assets/routes.js")).flatMap(page -> own(page).stream());

        assertThat(Stream.concat(Stream.of(bundle + "early.js", bundle + "app.js"), pages)
                        .distinct())
                .allSatisfy(script -> assertThat(sources(script))
                        .isNotEmpty()
                        .allSatisfy(source -> assertThat(text(source)).isNotBlank()));
    }

    private List<String> sources(String script) {
        String map = found(MAP, text(script)).findFirst().orElseThrow();
        return json(text(URI.create(script).resolve(map).toString()))
                .path("sources")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode preloads() {
        return json(found(PRELOADS, text(bundle + "early.js")).findFirst().orElseThrow());
    }

    private Set<String> own(String page) {
        Set<String> own = closure(bundle + "pages/" + page + ".js");
        own.removeAll(closure(bundle + "app.js", bundle + "early.js"));
        return own;
    }

    /// The scripts with all that they import.
    private static Set<String> closure(String... scripts) {
        Set<String> all = new TreeSet<>();
        Arrays.stream(scripts).forEach(script -> collect(script, all));
        return all;
    }

    private static void collect(String script, Set<String> all) {
        if (all.add(script)) {
            found(IMPORTED, text(script))
                    .map(imported -> URI.create(script).resolve(imported).toString())
                    .forEach(imported -> collect(imported, all));
        }
    }

    private static Stream<String> found(Pattern pattern, String text) {
        Stream<MatchResult> matches = pattern.matcher(text).results();
        return matches.map(match -> match.group(1));
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private static String text(String path) {
        try {
            return new ClassPathResource("pasar/console" + path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
