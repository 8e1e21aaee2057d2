package io.pasar.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every alert has a page of the runbook, every page an alert.
class AlertsTest {

    private static final String RUNBOOK = "docs/runbook/";

    private final List<Map<String, Object>> alerts = Watched.alerts();

    @Test
    void everyAlertLinksThePageThatTellsWhatToDo() {
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String page = page(alert);
            assertThat(page).startsWith(RUNBOOK);
            assertThat(Compose.text(page))
                    .startsWith("# " + alert.get("alert") + "\n")
                    .contains("**Means.**", "**Look.**", "**Do.**");
        });
    }

    @Test
    void everyPageBelongsToAnAlertAndIsInTheIndex() throws IOException {
        Set<String> linked = alerts.stream().map(AlertsTest::page).collect(Collectors.toSet());
        try (Stream<Path> pages = Files.list(Compose.file(RUNBOOK))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !"README.md".equals(name)))
                    .allSatisfy(name -> {
                        assertThat(linked).contains(RUNBOOK + name);
                        assertThat(Compose.text(RUNBOOK + "README.md")).contains("](" + name + ")");
                    });
        }
    }

    @Test
    void everyAlertSaysHowMuchItHurries() {
        assertThat(alerts)
                .allSatisfy(alert ->
                        assertThat(String.valueOf(alert.get("labels"))).isIn("{severity=page}", "{severity=ticket}"));
    }

    private static String page(Map<String, Object> alert) {
        return String.valueOf(((Map<?, ?>) alert.getOrDefault("annotations", Map.of())).get("runbook"));
    }
}
