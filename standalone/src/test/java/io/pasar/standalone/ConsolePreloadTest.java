package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// What the first view needs is asked for at once: a module that nobody names early costs one more round of
/// requests.
class ConsolePreloadTest {

    private static final String APP = "/assets/app.js";
    private static final String EARLY = "/assets/early.js";

    private static final Pattern IMPORTED = Pattern.compile("(?:\\bfrom|^import)\\s+'([^']+)'", Pattern.MULTILINE);
    private static final Pattern NAMED =
            Pattern.compile("<(?:link rel=\"modulepreload\" href|script[^>]* src)=\"([^\"]+)\"");
    private static final Pattern ROUTE =
            Pattern.compile("route\\('[^']+', '([\\w-]+)'(?:, \\{[^}]*modules: \\[([^]]*)])?");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @Test
    void theDocumentNamesEveryModuleThatAllPagesShare() {
        assertThat(found(NAMED, text("/index.html")).map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(shared());
    }

    @Test
    void thePagesOneArrivesAtNameTheirOwnModules() {
        Map<String, String> routes = found(ROUTE, text("/assets/routes.js"))
                .collect(Collectors.toMap(match -> match.group(1), match -> String.valueOf(match.group(2))));
        assertThat(routes).hasSize(PageRoutes.load().pages().size());
        for (String page : List.of("market", "room")) {
            assertThat(found(QUOTED, routes.getOrDefault(page, "")).map(match -> "/assets/" + match.group(1) + ".js"))
                    .as(page)
                    .containsExactlyInAnyOrderElementsOf(own(page));
        }
        assertThat(routes.keySet())
                .allSatisfy(page -> assertThat(text(module(page))).contains("export default function"));
    }

    private static Set<String> own(String page) {
        Set<String> own = closure(module(page));
        own.removeAll(shared());
        own.remove(module(page));
        return own;
    }

    private static Set<String> shared() {
        return closure(APP, EARLY);
    }

    private static String module(String page) {
        return "/assets/pages/" + page + ".js";
    }

    /// The modules with all that they import.
    private static Set<String> closure(String... modules) {
        Set<String> all = new TreeSet<>();
        Arrays.stream(modules).forEach(module -> collect(module, all));
        return all;
    }

    private static void collect(String module, Set<String> all) {
        if (all.add(module)) {
            found(IMPORTED, text(module))
                    .map(match -> URI.create(module).resolve(match.group(1)).toString())
                    .forEach(imported -> collect(imported, all));
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String text(String path) {
        try {
            return new ClassPathResource("pasar/console" + path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
