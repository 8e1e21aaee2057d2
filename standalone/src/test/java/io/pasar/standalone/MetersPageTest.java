package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.standalone.deploy.DocumentedMeters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/meters.md` lists every meter there is. `-Dpasar.docs=write` writes it anew.
class MetersPageTest {

    private static final Path PAGE = Path.of("..", "docs", "meters.md");

    @Test
    void listsEveryMeterOfEveryFeature() throws IOException {
        String page = page(DocumentedMeters.all());
        if ("write".equals(System.getProperty("pasar.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void givesNoTwoMetersOneName() {
        assertThat(DocumentedMeters.all().stream().map(FeatureMeter::getName))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static String page(List<FeatureMeter> meters) {
        return meters.stream().map(MetersPageTest::row).collect(Collectors.joining("", """
                # Meters

                Made from the enums named `…Meters`; [MetersPageTest](../standalone/src/test/java/io/pasar/standalone/MetersPageTest.java)
                keeps it so. Prometheus reads them at `/actuator/prometheus` of each service (behind
                `/live`, `/community` and `/content` of one process), with the operator's token. There a counter ends in
                `_total` and a timer in `_seconds_count`, `_seconds_sum` and `_seconds_max`. Beside these stand those of Spring Boot,
                Reactor Netty and the JVM, such as `http.server.requests`.

                | meter | kind | unit | tags | what it says |
                |---|---|---|---|---|
                """, ""));
    }

    private static String row(FeatureMeter meter) {
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        meter.getName(),
                        meter.getType().name().toLowerCase(Locale.ROOT),
                        meter.getBaseUnit(),
                        String.join(", ", meter.spec().tags()),
                        meter.spec().says());
    }
}
