package io.pasar.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.deploy.Watched.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Alerts and dashboards ask for what there is: a misspelt metric or label would look like peace for ever.
class WatchedTest {

    private final Scrape ours = DocumentedMeters.scraped();

    @Test
    void takesAnExpressionApart() {
        Question question = Question.of(
                "",
                "histogram_quantile(0.99, sum by (job, le) (rate(a_seconds_bucket{uri!~\".*(b|c).*\"}[5m])))"
                        + " > 1 or (count(up{job=\"x y\"} == 1) or vector(0)) < 2e3 * d_total");

        assertThat(question.metrics()).containsExactlyInAnyOrder("a_seconds_bucket", "up", "d_total");
        assertThat(question.matched()).isEqualTo(Map.of("a_seconds_bucket", Set.of("uri"), "up", Set.of("job")));
        assertThat(question.grouped()).containsExactlyInAnyOrder("job", "le");
    }

    @Test
    void everyMetricAskedForIsOneThatIsTold() {
        assertThat(Watched.questions())
                .hasSizeGreaterThan(30)
                .allSatisfy(question -> assertThat(known()).as(question.from()).containsAll(question.metrics()));
    }

    @Test
    void everyLabelSelectedByIsOneOfItsMetric() {
        assertThat(Watched.questions())
                .allSatisfy(question -> question.matched()
                        .forEach((metric, labels) -> assertThat(labels(metric))
                                .as("%s of %s", metric, question.from())
                                .containsAll(labels)));
    }

    @Test
    void everyLabelGroupedByIsOneOfTheMetricsInQuestion() {
        assertThat(Watched.questions())
                .allSatisfy(question -> assertThat(question.metrics().stream()
                                .flatMap(metric -> labels(metric).stream())
                                .collect(Collectors.toSet()))
                        .as(question.from())
                        .containsAll(question.grouped()));
    }

    @Test
    void whatTheRunbookAndTheRehearsalNameIsThere() {
        assertThat(Watched.mentioned())
                .isNotEmpty()
                .allSatisfy((file, names) -> assertThat(ours.names()).as(file).containsAll(names));
    }

    @Test
    void theDashboardShowsEveryPromise() {
        Set<String> shown = Watched.questions().stream()
                .filter(question -> question.from().startsWith("panel"))
                .flatMap(question -> question.metrics().stream())
                .collect(Collectors.toSet());

        assertThat(shown)
                .contains(
                        "pasar_sale_invariant_violations_rows",
                        "pasar_events_dead_letters_events",
                        "pasar_sockets_closed_sockets_total",
                        "pasar_events_outbox_lag_seconds",
                        "pasar_sale_hold_overdue_seconds");
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyPanelAsksTheDatasourceThatIsProvisioned() {
        var sources = (List<Map<String, Object>>) Compose.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                .get("datasources");
        String uid = String.valueOf(Objects.requireNonNull(sources).getFirst().get("uid"));

        for (JsonNode dashboard : Watched.dashboards()) {
            assertThat(dashboard.findValues("datasource").stream()
                            .map(source -> source.path("uid").asString()))
                    .hasSizeGreaterThan(10)
                    .containsOnly(uid);
            assertThat(Watched.panels(dashboard).map(panel -> panel.path("id").asInt()))
                    .doesNotContain(0)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void grafanaFindsTheDashboardsWhereTheyAreMounted() {
        Compose compose = Compose.read();
        var providers = (List<Map<String, Object>>)
                Compose.yaml("deploy/grafana/provisioning/dashboards/pasar.yml").get("providers");
        String home = String.valueOf(compose.environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"));
        String folder = home.substring(0, home.lastIndexOf('/'));

        assertThat(Compose.file(Watched.DASHBOARDS).resolve(home.substring(home.lastIndexOf('/') + 1)))
                .exists();
        assertThat(compose.list("grafana", "volumes")).contains("./" + Watched.DASHBOARDS + ":" + folder + ":ro");
        assertThat(providers)
                .singleElement()
                .satisfies(provider -> assertThat(provider.get("options")).isEqualTo(Map.of("path", folder)));
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(ours.names());
        known.addAll(Watched.OF_OTHERS.keySet());
        return known;
    }

    private Set<String> labels(String metric) {
        Set<String> labels = new HashSet<>(Watched.OF_PROMETHEUS);
        labels.addAll(ours.labels(metric));
        labels.addAll(Watched.OF_OTHERS.getOrDefault(metric, Set.of()));
        return labels;
    }
}
