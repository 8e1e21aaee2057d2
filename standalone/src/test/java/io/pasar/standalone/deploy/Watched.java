package io.pasar.standalone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What alerts and dashboards ask Prometheus.
public final class Watched {

    /// Metrics of Prometheus, Spring Boot and the JVM that they may ask for, with the labels they may tell
    /// them apart by. `StoryE2E` finds all but `up`, which is Prometheus' own, at a running process.
    public static final Map<String, Set<String>> OF_OTHERS = Map.of(
            "up", Set.of(),
            "http_server_requests_seconds_count", Set.of("uri", "status"),
            "http_server_requests_seconds_bucket", Set.of("uri", "le"),
            "jvm_memory_used_bytes", Set.of("area"));

    /// Labels Prometheus gives to everything it reads.
    static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    static final String DASHBOARDS = "deploy/grafana/dashboards";

    private static final Set<String> WORDS = Set.of("or", "and", "unless", "bool", "on", "ignoring", "offset");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern MATCHERS = Pattern.compile("([a-zA-Z_:][\\w:]*)?\\{([^}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*(?![\\w:]*\\s*\\()");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern OUR_NAME = Pattern.compile("\\bpasar_[a-z]+_[a-z_]+\\b");

    private Watched() {}

    /// One expression, taken apart.
    ///
    /// @param from what asks for it
    /// @param metrics what it reads
    /// @param matched labels it selects a metric's series by
    /// @param grouped labels its result is told apart by
    record Question(String from, Set<String> metrics, Map<String, Set<String>> matched, Set<String> grouped) {

        static Question of(String from, String expression) {
            String bare = TEXT.matcher(expression).replaceAll("\"\"");
            Map<String, Set<String>> matched = MATCHERS.matcher(bare)
                    .results()
                    .collect(Collectors.toMap(
                            found -> String.valueOf(found.group(1)), found -> words(found.group(2)), Watched::both));
            Set<String> grouped = GROUPING.matcher(bare)
                    .results()
                    .flatMap(found -> words(found.group(1)).stream())
                    .collect(Collectors.toSet());
            String names = RANGE.matcher(MATCHERS.matcher(GROUPING.matcher(bare).replaceAll(" "))
                            .replaceAll(found -> String.valueOf(found.group(1))))
                    .replaceAll("");
            return new Question(from, metrics(names), matched, grouped);
        }

        private static Set<String> metrics(String names) {
            return NAME.matcher(names)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !WORDS.contains(name))
                    .collect(Collectors.toSet());
        }
    }

    static List<Question> questions() {
        return Stream.concat(
                        alerts().stream().map(alert -> Question.of("alert " + alert.get("alert"), text(alert, "expr"))),
                        dashboards().stream()
                                .flatMap(Watched::panels)
                                .flatMap(panel -> panel.path("targets")
                                        .valueStream()
                                        .map(target -> Question.of(
                                                "panel " + panel.path("title").asString(),
                                                target.path("expr").asString()))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> alerts() {
        var groups = (List<Map<String, Object>>)
                Compose.yaml("deploy/prometheus/alerts.yml").getOrDefault("groups", List.of());
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.getOrDefault("rules", List.of())).stream())
                .toList();
    }

    static List<JsonNode> dashboards() {
        return files(DASHBOARDS)
                .map(file -> JsonMapper.builder().build().readTree(Compose.text(file)))
                .toList();
    }

    static Stream<JsonNode> panels(JsonNode dashboard) {
        return dashboard.path("panels").valueStream().flatMap(panel -> Stream.concat(Stream.of(panel), panels(panel)));
    }

    /// Names of our metrics in what people and scripts read, by the file.
    static Map<String, Set<String>> mentioned() {
        return Stream.concat(
                        Stream.of("docs/operate.md"), Stream.concat(files("docs/runbook"), files("deploy/rehearsal")))
                .collect(Collectors.toMap(
                        file -> file,
                        file -> OUR_NAME.matcher(Compose.text(file))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toSet())));
    }

    static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.list(Compose.file(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Map<String, Object> alert, String key) {
        return String.valueOf(alert.get(key));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
