package io.pasar.standalone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// docker-compose.yml, read.
final class Compose {

    static final List<String> SERVICES = List.of("live-service", "community-service", "content-ai");

    private final Map<String, Map<String, Object>> services;

    private Compose(Map<String, Map<String, Object>> services) {
        this.services = services;
    }

    @SuppressWarnings("unchecked")
    static Compose read() {
        Map<String, Object> file = yaml("docker-compose.yml");
        return new Compose((Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services")));
    }

    static Map<String, Object> yaml(String path) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(path));
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path file(String path) {
        return SettingsClass.REPOSITORY.resolve(path);
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }

    /// The variables a container gets.
    @SuppressWarnings("unchecked")
    Map<String, Object> environment(String service) {
        return (Map<String, Object>) service(service).getOrDefault("environment", Map.of());
    }

    /// What the image is built with.
    @SuppressWarnings("unchecked")
    Map<String, String> arguments(String service) {
        var build =
                (Map<String, Object>) Objects.requireNonNull(service(service).get("build"));
        return (Map<String, String>) build.getOrDefault("args", Map.of());
    }

    @SuppressWarnings("unchecked")
    List<String> list(String service, String key) {
        return (List<String>) service(service).getOrDefault(key, List.of());
    }

    Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }
}
