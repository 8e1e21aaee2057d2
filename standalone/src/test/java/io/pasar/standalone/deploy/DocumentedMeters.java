package io.pasar.standalone.deploy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pasar.platform.meter.FeatureMeter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// Every meter of every feature, found by its enum.
public final class DocumentedMeters {

    private DocumentedMeters() {}

    public static List<FeatureMeter> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(FeatureMeter.class));
        return scanner.findCandidateComponents("io.pasar").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(DocumentedMeters::constants)
                .sorted(Comparator.comparing(FeatureMeter::getName))
                .toList();
    }

    /// What Prometheus would read if each of them had been written down once.
    static Scrape scraped() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        all().forEach(meter -> writeDown(meter, registry));
        return Scrape.of(registry.scrape());
    }

    private static void writeDown(FeatureMeter meter, PrometheusMeterRegistry registry) {
        String[] values = meter.spec().tags().stream().map(_ -> "something").toArray(String[]::new);
        switch (meter.getType()) {
            case COUNTER -> meter.counter(registry, values).increment();
            case TIMER -> meter.timer(registry, values).record(Duration.ofMillis(1));
            case GAUGE -> meter.gauge(registry, () -> 1, values);
            default -> throw new AssertionError(meter.getName() + " is of a kind nobody writes down");
        }
    }

    private static Stream<FeatureMeter> constants(Class<?> type) {
        return Stream.ofNullable(type.getEnumConstants())
                .flatMap(Arrays::stream)
                .map(FeatureMeter.class::cast);
    }
}
