package io.pasar.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The compose file, the image and the metrics' address, held against the services' own settings.
class DeploymentTest {

    private static final String MANAGEMENT_PORT = "8090";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");

    private final Compose compose = Compose.read();

    static List<String> services() {
        return Compose.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void imagesOpenThePortTheirServiceListensOn(String service) {
        assertThat(compose.arguments(service))
                .containsEntry("MODULE", service)
                .containsEntry("PORT", setting(service, "server.port"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void modulesMakeTheJarTheirImageIsMadeOf(String service) {
        assertThat(Compose.text(service + "/pom.xml"))
                .contains("<artifactId>pasar-" + service + "</artifactId>")
                .contains("<classifier>exec</classifier>");
        assertThat(Compose.text(".dockerignore")).contains("!" + service + "/target/pasar-" + service + "-*-exec.jar");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyVariableIsReadBySomebody(String service) throws IOException {
        Set<String> known = knownVariables();

        assertThat(compose.environment(service).keySet())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(known).contains(variable));
    }

    @Test
    void tokensAndLinksNameThePublicAddressWhileKeysAreFetchedInside() {
        for (String service : services()) {
            assertThat(compose.environment(service))
                    .containsEntry("PASAR_PUBLIC_URL", "${PASAR_PUBLIC_URL:-http://localhost:8080}")
                    .containsEntry(
                            "PASAR_AUTH_JWKSURI",
                            "http://community-service:" + setting("community-service", "server.port")
                                    + setting("community-service", "spring.webflux.base-path")
                                    + "/.well-known/jwks.json")
                    .containsKey("PASAR_WEB_TRUSTEDPROXIES");
        }
        assertThat(compose.environment("community-service"))
                .containsEntry("PASAR_POST_LIVEURL", "http://edge:8080/live");
    }

    @Test
    void allPortsArePublishedOnTheLoopbackAddressOnly() {
        for (String file : List.of("docker-compose.yml", "docker-compose.dev.yml")) {
            assertThat(ports(file))
                    .isNotEmpty()
                    .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        }
        assertThat(services())
                .allSatisfy(
                        service -> assertThat(compose.list(service, "ports")).isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static List<String> ports(String file) {
        var services = (Map<String, Map<String, Object>>) Compose.yaml(file).getOrDefault("services", Map.of());
        return services.values().stream()
                .flatMap(service -> ((Collection<String>) service.getOrDefault("ports", List.of())).stream())
                .toList();
    }

    @Test
    void whatIsMountedOrBuiltFromIsThere() {
        assertThat(compose.services().values().stream()
                        .flatMap(service -> ((Collection<?>) service.getOrDefault("volumes", List.of())).stream())
                        .map(String::valueOf)
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> volume.substring(2, volume.indexOf(':'))))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Compose.file(path)).exists());
        assertThat(Compose.file("deploy/edge/Dockerfile")).exists();
        assertThat(Files.isExecutable(Compose.file("deploy/service/ready"))).isTrue();
        assertThat(Files.isExecutable(Compose.file("deploy/redis/form-cluster")))
                .isTrue();
    }

    @Test
    void theImageRunsAsNobodyAndAsksForItsOwnReadiness() {
        assertThat(Compose.text("Dockerfile"))
                .contains("USER 10001:10001", "ENV MANAGEMENT_SERVER_PORT=" + MANAGEMENT_PORT)
                .contains("CMD [\"ready\"]", "ENTRYPOINT [\"java\",");
        assertThat(Compose.text("deploy/service/ready"))
                .contains("${MANAGEMENT_SERVER_PORT}", "GET /actuator/health/readiness ");
        assertThat(platform()).containsEntry("management.endpoint.health.probes.enabled", "true");
    }

    @Test
    void aStopLeavesTheServiceTheTimeItAsksFor() {
        String perPhase = String.valueOf(platform().get("spring.lifecycle.timeout-per-shutdown-phase"));

        assertThat(services())
                .allSatisfy(service -> assertThat(
                                seconds(String.valueOf(compose.service(service).get("stop_grace_period"))))
                        .isGreaterThanOrEqualTo(2 * seconds(perPhase)));
    }

    @Test
    void theServicesFindThreeMastersAndOneDatabase() {
        assertThat(compose.services().keySet()).contains("redis-1", "redis-2", "redis-3", "redis-cluster", "postgres");
        assertThat(services()).allSatisfy(service -> {
            assertThat(compose.environment(service))
                    .containsEntry("PASAR_REDIS_URL", "redis://redis-1:6379,redis-2:6379,redis-3:6379");
            assertThat(String.valueOf(compose.environment(service).get("PASAR_POSTGRES_URL")))
                    .startsWith("r2dbc:postgresql://pasar:${PASAR_POSTGRES_PASSWORD:-")
                    .endsWith("@postgres:5432/pasar");
        });
        assertThat(compose.list("redis-cluster", "command"))
                .containsExactly("/form-cluster", "redis-1", "redis-2", "redis-3");
    }

    @Test
    @SuppressWarnings("unchecked")
    void prometheusAsksEveryReplicaOfEveryService() {
        var jobs = (List<Map<String, Object>>)
                Compose.yaml("deploy/prometheus/prometheus.yml").getOrDefault("scrape_configs", List.of());
        for (String service : services()) {
            assertThat(jobs).anySatisfy(job -> {
                assertThat(job)
                        .containsEntry("job_name", service)
                        .containsEntry("metrics_path", "/actuator/prometheus");
                assertThat(String.valueOf(job.get("dns_sd_configs"))).contains(service, "port=" + MANAGEMENT_PORT);
            });
            assertThat(String.valueOf(compose.environment(service).get("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE")))
                    .contains("prometheus");
        }
    }

    @Test
    void servicesWriteOneJsonObjectALine() {
        assertThat(services())
                .allSatisfy(service -> assertThat(compose.environment(service))
                        .containsEntry("LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash"));
    }

    private static long seconds(String text) {
        return Long.parseLong(text.replace("s", ""));
    }

    private static Map<String, Object> platform() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("platform/platform.properties"))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A setting of the service's own file.
    static String setting(String service, String name) {
        try {
            return new YamlPropertySourceLoader()
                    .load(service, new ClassPathResource(service + ".yml")).stream()
                            .map(source -> ((EnumerablePropertySource<?>) source).getProperty(name))
                            .map(String::valueOf)
                            .findFirst()
                            .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Of our settings records, of the platform's own file, and of Spring Boot.
    private static Set<String> knownVariables() throws IOException {
        Stream<String> own = SettingsClass.all().stream()
                .flatMap(settings -> settings.settings().stream())
                .map(SettingsClass.Setting::variable);
        Stream<String> boot = bootSettings().stream();
        Stream<String> names =
                Stream.concat(boot, Stream.concat(platform().keySet().stream(), Stream.of("pasar.public-url")));
        Set<String> known = Stream.concat(own, placeholders()).collect(Collectors.toCollection(HashSet::new));
        names.flatMap(name -> Stream.of(name.replace("-", ""), name.replace("-", "_")))
                .map(name -> name.replaceAll("[.\\[\\]]+", "_").toUpperCase(Locale.ROOT))
                .forEach(known::add);
        return known;
    }

    /// Variables the platform's own file reads by name.
    private static Stream<String> placeholders() {
        return platform().values().stream()
                .flatMap(value -> PLACEHOLDER.matcher(String.valueOf(value)).results())
                .map(found -> found.group(1));
    }

    private static Set<String> bootSettings() throws IOException {
        Set<String> names = new HashSet<>();
        List<URL> descriptions = Collections.list(
                DeploymentTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
        for (URL description : descriptions) {
            try (InputStream stream = description.openStream()) {
                JsonNode properties =
                        JsonMapper.builder().build().readTree(stream).path("properties");
                properties.forEach(property -> names.add(property.path("name").asString()));
            }
        }
        return names;
    }
}
