package io.pasar.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.deploy.SettingsClass.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/// The reference of all settings in docs/operate.md is what the settings records say. `-Dpasar.docs=write`
/// writes it.
class SettingsPageTest {

    private static final Path PAGE = SettingsClass.REPOSITORY.resolve("docs/operate.md");
    private static final String BEGIN = "<!-- settings: begin (written by SettingsPageTest, -Dpasar.docs=write) -->\n";
    private static final String END = "<!-- settings: end -->";
    private static final List<String> FILES = List.of("live-service.yml", "community-service.yml", "content-ai.yml");

    @Test
    void thePageListsEverySettingWithItsDefault() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN).contains(END);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END, begin);
        String reference = reference();
        if ("write".equals(System.getProperty("pasar.docs"))) {
            Files.writeString(PAGE, page.substring(0, begin) + reference + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("docs/operate.md is not what the settings records say; -Dpasar.docs=write writes it")
                    .isEqualTo(reference);
        }
    }

    @Test
    void everySettingSaysWhatItIs() {
        assertThat(SettingsClass.all())
                .isNotEmpty()
                .allSatisfy(settings ->
                        assertThat(settings.purpose()).as(settings.prefix()).isNotBlank())
                .flatExtracting(SettingsClass::settings)
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.toString()).isNotBlank());
    }

    private static String reference() throws IOException {
        StringBuilder text = new StringBuilder();
        String module = "";
        for (SettingsClass settings : SettingsClass.all()) {
            if (!settings.module().equals(module)) {
                module = settings.module();
                text.append("\n### ").append(title(module)).append('\n');
            }
            text.append("\n**`").append(settings.prefix()).append("`** ").append(settings.purpose());
            text.append("\n\n| setting | environment | default | meaning |\n|---|---|---|---|\n");
            for (Setting setting : settings.settings()) {
                text.append(row(setting));
            }
        }
        return text.append('\n').toString();
    }

    private static String title(String module) {
        return "platform".equals(module) ? "All services" : module;
    }

    private static String row(Setting setting) throws IOException {
        return "| `%s` | `%s` | %s | %s |%n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        preset(setting)
                                .filter(text -> !text.isEmpty())
                                .map(text -> "`" + text + "`")
                                .orElse("–"),
                        setting.meaning().replace("|", "\\|"));
    }

    /// The record's default, or what the services' own files put there.
    private static Optional<String> preset(Setting setting) throws IOException {
        if (setting.preset().isPresent()) {
            return setting.preset();
        }
        Properties platform =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("platform/platform.properties"));
        if (platform.containsKey(setting.name())) {
            return Optional.of(platform.getProperty(setting.name()));
        }
        String found = "";
        for (String file : FILES) {
            found = services(file, setting.name()).orElse(found);
        }
        return "pasar.service.name".equals(setting.name()) ? Optional.empty() : Optional.of(found);
    }

    private static Optional<String> services(String file, String name) throws IOException {
        return new YamlPropertySourceLoader()
                .load(file, new ClassPathResource(file)).stream()
                        .map(source -> (EnumerablePropertySource<?>) source)
                        .map(source -> source.getProperty(name))
                        .filter(java.util.Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.toList())
                        .stream()
                        .findFirst();
    }
}
