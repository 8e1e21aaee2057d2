package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.test.TestServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneLauncherE2E {

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void startsServesAndKeepsItsDataHoweverItEnds() throws Exception {
        try (StandaloneProcess pasar =
                StandaloneProcess.in(folder.resolve("a home")).start()) {
            assertThat(get(pasar, "/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(pasar, "/").statusCode()).isEqualTo(200);
            refusesASecondProcessOnTheSameFolder();
            List<ProcessHandle> servers = pasar.servers();

            assertThat(pasar.interrupt()).isEqualTo(130);

            assertThat(pasar.output()).endsWith("Pasar stops\nPasar has stopped; its data are kept\n");
            assertThat(servers).hasSizeGreaterThan(2);
            assertThat(pasar.servers()).isEmpty();

            pasar.start().killAll();

            pasar.start();
            assertThat(get(pasar, "/actuator/health/readiness").statusCode()).isEqualTo(200);

            pasar.killJvm();
            await().atMost(Duration.ofSeconds(30)).until(() -> pasar.servers().isEmpty());
        }
    }

    private void refusesASecondProcessOnTheSameFolder() {
        try (StandaloneProcess second = StandaloneProcess.in(folder.resolve("a home"))) {
            assertThat(second.startAndFail()).isEqualTo(1);
            assertThat(second.output())
                    .matches("\\s*Pasar cannot start\\. Another Pasar \\(process [0-9]+\\) uses the data folder .*"
                            + " in the environment\\.\\s*");
        }
    }

    @Test
    void saysThatThePortIsTakenBeforeItStartsAnything() throws IOException {
        Path home = folder.resolve("home");
        try (StandaloneProcess pasar = StandaloneProcess.in(home);
                ServerSocket other = new ServerSocket(pasar.port())) {
            assertThat(pasar.startAndFail()).isEqualTo(1);
            assertThat(pasar.output().strip())
                    .isEqualTo("Pasar cannot start. Port " + other.getLocalPort()
                            + " is taken by another program: stop that program, or choose another port with PORT=8090"
                            + " in the environment.");
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void saysThatTheDataFolderIsNotWritable() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (StandaloneProcess pasar = StandaloneProcess.in(file.resolve("home"))) {
            assertThat(pasar.startAndFail()).isEqualTo(1);
            assertThat(pasar.output())
                    .startsWith("\nPasar cannot start. The data folder " + file.resolve("home") + " is not writable (")
                    .contains("choose another one with PASAR_HOME")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatThePortIsNone() {
        try (StandaloneProcess pasar = StandaloneProcess.in(folder).with("PORT", "http")) {
            assertThat(pasar.startAndFail()).isEqualTo(1);
            assertThat(pasar.output().strip())
                    .isEqualTo("Pasar cannot start. PORT must be a number from 0 to 65535, not \"http\".");
        }
    }

    @Test
    void saysWhatTheServersLogSaysWhenItDoesNotStart() throws IOException {
        Path postgres = Files.createDirectories(folder.resolve("postgres"));
        Files.createFile(postgres.resolve("initialised"));
        Files.writeString(Files.createDirectory(postgres.resolve("data")).resolve("PG_VERSION"), "17\n");
        try (StandaloneProcess pasar = StandaloneProcess.in(folder)) {
            assertThat(pasar.startAndFail()).isEqualTo(1);
            assertThat(pasar.output())
                    .contains("Pasar cannot start. PostgreSQL 18 did not start; its log ", "postgresql.conf")
                    .doesNotContain("\tat ");
            assertThat(pasar.servers()).isEmpty();
        }
    }

    @Test
    void usesTheServersItIsGivenInsteadOfItsOwn() throws Exception {
        PostgresServer postgres = TestServers.postgres();
        RedisServer redis = TestServers.redis();
        StandaloneProcess pasar = StandaloneProcess.in(folder)
                .with("PASAR_POSTGRES_URL", postgres.url())
                .with("PASAR_REDIS_URL", redis.url());
        try (pasar) {
            pasar.start();
            assertThat(get(pasar, "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(folder.resolve("postgres")).doesNotExist();
            assertThat(folder.resolve("redis")).doesNotExist();

            redis.kill();

            await().untilAsserted(() -> assertThat(
                            get(pasar, "/actuator/health/readiness").statusCode())
                    .isEqualTo(503));
            assertThat(pasar.terminate()).isEqualTo(143);
            assertThat(postgres.running()).isTrue();
        }
    }

    private HttpResponse<String> get(StandaloneProcess pasar, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(pasar.uri(path)).build(), BodyHandlers.ofString());
    }
}
