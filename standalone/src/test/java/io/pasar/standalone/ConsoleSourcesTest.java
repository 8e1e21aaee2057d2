package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages' files as they are written: words in all languages, imports that lead somewhere, nothing inline.
class ConsoleSourcesTest {

    private static final String FOLDER = "pasar/console/";

    /// The plural forms that numbers of a shop's size take in each language.
    private static final Map<String, Set<String>> FORMS = Map.of(
            "en", Set.of("one", "other"),
            "zh", Set.of("other"),
            "id", Set.of("other"),
            "es", Set.of("one", "other"),
            "ar", Set.of("one", "two", "few", "many", "other"));

    private static final Pattern FORM = Pattern.compile("(.+)\\.(zero|one|two|few|many|other)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WORDS_ASKED = Pattern.compile("\\bt\\(\\s*'(\\w+)\\.([\\w.-]+)'");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:\\bfrom\\s+|\\bimport\\s+|\\bimport\\()'(\\.{0,2}/[^'$]+)'");
    private static final Pattern TOLD = Pattern.compile("const TOLD = new Set\\(\\[([^]]+)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    /// Refusals that no page has to tell, and why.
    private static final Map<String, List<String>> NOT_TOLD = Map.of(
            "the import panel has its own words for them",
            List.of("csv-not-utf8", "csv-header", "csv-syntax", "csv-empty", "csv-too-many-rows", "too-many-imports"),
            "the session signs out, the room protocol joins anew",
            List.of("refresh-token-reused", "refresh-token-ended", "position-lost", "not-joined"),
            "no page gives money back or names moderators",
            List.of("order-not-paid", "nothing-to-refund", "refund-too-large", "too-many-moderators"),
            "only a payment provider calls this",
            List.of("invalid-signature"),
            "only a faulty page would ask so",
            List.of(
                    "malformed-json",
                    "method-not-allowed",
                    "not-acceptable",
                    "unsupported-media-type",
                    "idempotency-key-reused",
                    "address-too-long",
                    "headers-too-large",
                    "unknown-command",
                    "already-greeted",
                    "upgrade-required"));

    private static final Pattern ROUTED = Pattern.compile("route\\('([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "id", "es", "ar"})
    void saysEverythingInEveryLanguage(String locale) throws IOException {
        for (String area : areas()) {
            Map<String, String> english = words("en", area);
            Map<String, String> words = words(locale, area);
            assertThat(withoutForms(words).keySet())
                    .as("%s in %s", area, locale)
                    .isEqualTo(withoutForms(english).keySet());
            withoutForms(english)
                    .forEach((key, placeholders) -> assertThat(placeholders)
                            .as("placeholders of %s.%s in %s", area, key, locale)
                            .containsAll(withoutForms(words).get(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "id", "es", "ar"})
    void hasAllPluralFormsOfEachLanguage(String locale) throws IOException {
        for (String area : areas()) {
            Map<String, Set<String>> forms = words(locale, area).keySet().stream()
                    .map(FORM::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .collect(Collectors.groupingBy(
                            match -> match.group(1), Collectors.mapping(match -> match.group(2), Collectors.toSet())));
            forms.forEach((key, found) -> assertThat(found)
                    .as("%s.%s in %s", area, key, locale)
                    .containsAll(FORMS.getOrDefault(locale, Set.of())));
        }
    }

    @Test
    void asksOnlyForWordsThatThereAre() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String area : areas()) {
            withoutForms(words("en", area)).keySet().forEach(key -> known.add(area + "." + key));
        }
        for (Resource script : files("assets/**/*.js")) {
            assertThat(found(WORDS_ASKED, text(script)).map(match -> match.group(1) + "." + match.group(2)))
                    .as("words in " + script.getFilename())
                    .isSubsetOf(known);
        }
    }

    @Test
    void tellsEveryRefusalInTheReadersLanguage() throws Exception {
        String told = found(TOLD, text(new ClassPathResource(FOLDER + "assets/lib/ui.js")))
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        Set<String> slugs = found(QUOTED, told).map(match -> match.group(1)).collect(Collectors.toSet());
        Set<String> words = words("en", "shell").keySet();
        assertThat(slugs).allSatisfy(slug -> assertThat(words).contains("problem." + slug));
        List<String> notTold = NOT_TOLD.values().stream().flatMap(List::stream).toList();
        assertThat(slugs).doesNotContainAnyElementsOf(notTold);
        assertThat(refusals())
                .hasSizeGreaterThan(40)
                .containsAll(notTold)
                .allSatisfy(slug -> assertThat(slugs.contains(slug) || notTold.contains(slug))
                        .as(slug)
                        .isTrue());
    }

    @Test
    void importsOnlyWhatIsThere() throws IOException {
        for (Resource script : files("assets/**/*.js")) {
            for (MatchResult match : found(IMPORTED, text(script)).toList()) {
                String target = match.group(1);
                boolean there = target.startsWith("/")
                        ? new ClassPathResource(FOLDER + target.substring(1)).exists()
                        : script.createRelative(target).exists();
                assertThat(there)
                        .as(script.getFilename() + " imports " + target)
                        .isTrue();
            }
        }
    }

    @Test
    void treatsNoTextAsCode() throws IOException {
        for (Resource script : files("assets/**/*.js")) {
            assertThat(text(script))
                    .as(script.getFilename())
                    .doesNotContainPattern(
                            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function")
                    .doesNotContainPattern("set(?:Timeout|Interval)\\(\\s*['\"`]")
                    .doesNotContain("javascript:");
        }
    }

    @Test
    void bringsNoInlineScriptOrStyle() throws IOException {
        for (Resource page : files("*.html")) {
            assertThat(text(page))
                    .as(page.getFilename())
                    .startsWith("<!doctype html>")
                    .doesNotContain("<style", " style=", "javascript:")
                    .doesNotContainPattern(" on[a-z]+=")
                    .doesNotContainPattern("<script(?![^>]* src=)");
        }
    }

    @Test
    void tellsTheServerTheSameRoutesAsTheBrowser() throws IOException {
        String script = text(new ClassPathResource(FOLDER + "assets/routes.js"));
        assertThat(found(ROUTED, script).map(match -> match.group(1).replaceAll(":(\\w+)", "{$1}")))
                .containsExactlyInAnyOrderElementsOf(PageRoutes.load().pages());
    }

    /// The slugs of all refusals of all services.
    private static Set<String> refusals() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        Set<String> slugs = new TreeSet<>();
        for (BeanDefinition found : classes.findCandidateComponents("io.pasar")) {
            Object[] codes = Class.forName(found.getBeanClassName()).getEnumConstants();
            if (codes != null) {
                Stream.of(codes)
                        .map(ProblemCode.class::cast)
                        .map(ProblemCode::slug)
                        .forEach(slugs::add);
            }
        }
        return slugs;
    }

    private static List<String> areas() throws IOException {
        return files("assets/i18n/en/*.json").stream()
                .map(file -> String.valueOf(file.getFilename()).replace(".json", ""))
                .toList();
    }

    private static Map<String, String> words(String locale, String area) throws IOException {
        JsonNode words = JsonMapper.builder()
                .build()
                .readTree(text(new ClassPathResource(FOLDER + "assets/i18n/" + locale + "/" + area + ".json")));
        return words.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    /// Keys without their plural form, with the placeholders of all forms.
    private static Map<String, Set<String>> withoutForms(Map<String, String> words) {
        Map<String, Set<String>> placeholders = new TreeMap<>();
        words.forEach((key, text) -> placeholders
                .computeIfAbsent(FORM.matcher(key).replaceFirst("$1"), _ -> new TreeSet<>())
                .addAll(found(PLACEHOLDER, text).map(match -> match.group(1)).toList()));
        return placeholders;
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<Resource> files(String pattern) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + pattern);
        assertThat(files).as(pattern).isNotEmpty();
        return List.of(files);
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }
}
