package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path USER_HOME = Path.of("/home/mei");

    @Test
    void servesOnPort8080WithDataUnderTheUsersHomeUnlessTold() {
        Settings settings = Settings.of(Map.of("PORT", "", "PASAR_HOME", " "), USER_HOME);

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.home()).isEqualTo(Path.of("/home/mei/.pasar"));
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.postgresUrl()).isEmpty();
        assertThat(settings.redisUrl()).isEmpty();
        assertThat(settings.demo()).isEmpty();
        assertThat(settings.console()).isEmpty();
    }

    @Test
    void doesWhatTheEnvironmentSays() {
        Settings settings = Settings.of(
                Map.of(
                        "PORT", "9000",
                        "PASAR_HOME", "/data/../srv/pasar",
                        "PASAR_PUBLIC_URL", "https://pasar.example",
                        "PASAR_POSTGRES_URL", "r2dbc:postgresql://u:p@db:5432/pasar",
                        "PASAR_REDIS_URL", "redis://a:6379,redis://b:6379",
                        "PASAR_DEMO", "false"),
                USER_HOME);

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.home()).isEqualTo(Path.of("/srv/pasar"));
        assertThat(settings.publicUrl()).contains("https://pasar.example");
        assertThat(settings.postgresUrl()).contains("r2dbc:postgresql://u:p@db:5432/pasar");
        assertThat(settings.redisUrl()).contains("redis://a:6379,redis://b:6379");
        assertThat(settings.demo()).contains(false);
    }

    @Test
    void refusesADemoThatIsNeitherWantedNorNot() {
        assertThatThrownBy(() -> Settings.of(Map.of("PASAR_DEMO", "maybe"), USER_HOME))
                .isInstanceOf(StartRefusal.class)
                .hasMessage("PASAR_DEMO must be true or false, not \"maybe\".");
    }

    @Test
    void takesThePagesFromWhereTheirSourcesAre(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.html"), "<!doctype html>");
        Map<String, String> environment = Map.of("PASAR_CONSOLE", folder.toString());

        assertThat(Settings.of(environment, USER_HOME).console()).contains(folder);
        Files.delete(folder.resolve("index.html"));
        assertThatThrownBy(() -> Settings.of(environment, USER_HOME))
                .isInstanceOf(StartRefusal.class)
                .hasMessage(
                        "PASAR_CONSOLE must be the folder of the pages' sources; " + folder + " has no index.html.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80a", "-1", "65536", "99999999999999999999", "８０８０"})
    void refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> Settings.of(Map.of("PORT", port), USER_HOME))
                .isInstanceOf(StartRefusal.class)
                .hasMessage("PORT must be a number from 0 to 65535, not \"" + port + "\".");
    }
}
