package io.pasar.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.platform.start.ServerAway;
import io.pasar.test.TcpProxy;
import io.pasar.test.UsesServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A service that is started before its servers.
@UsesServers
class LateServersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String postgresUrl = Objects.requireNonNull(System.getProperty("PASAR_POSTGRES_URL"));
    private final String redisUrl = Objects.requireNonNull(System.getProperty("PASAR_REDIS_URL"));
    private TcpProxy postgres;
    private TcpProxy redis;
    private int port;
    private CompletableFuture<ConfigurableApplicationContext> start = new CompletableFuture<>();

    @BeforeEach
    void hideTheServers() throws IOException {
        postgres = TcpProxy.to(postgresUrl);
        redis = TcpProxy.to(redisUrl);
        postgres.cut();
        redis.cut();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        postgres.restore();
        redis.restore();
        await().atMost(PATIENCE).until(start::isDone);
        if (!start.isCompletedExceptionally()) {
            start.join().close();
        }
        postgres.close();
        redis.close();
    }

    @Test
    void waitsForThemAndIsReadyWhenTheyAreThere() {
        start("2m", postgres.insteadOf(postgresUrl));
        await().during(Duration.ofSeconds(3)).until(() -> !start.isDone() && readiness() == 0);
        postgres.restore();
        await().during(Duration.ofSeconds(3)).until(() -> !start.isDone() && readiness() == 0);
        redis.restore();
        await().atMost(PATIENCE).until(start::isDone);
        assertThat(readiness()).isEqualTo(200);
        redis.cut();
        await().atMost(PATIENCE).until(() -> readiness() == 503);
        redis.restore();
        await().atMost(PATIENCE).until(() -> readiness() == 200);
    }

    @Test
    void givesUpAfterTheTimeItIsGiven() {
        start("1s", postgres.insteadOf(postgresUrl));
        assertThat(failure())
                .isInstanceOf(ServerAway.class)
                .hasMessageContaining("PostgreSQL (PASAR_POSTGRES_URL) did" + " not answer within 1 s");
    }

    @Test
    void givesUpOnRedisToo() {
        start("1s", postgresUrl);
        assertThat(failure())
                .isInstanceOf(ServerAway.class)
                .hasMessageContaining("Redis (PASAR_REDIS_URL) did not" + " answer within 1 s");
    }

    @Test
    void doesNotWaitForADatabaseThatRefusesIt() {
        start("10m", postgresUrl.replaceFirst("//[^@]*@", "//pasar:wrong-password@"));
        assertThat(failure())
                .isInstanceOf(ServerAway.class)
                .hasMessageContaining("refuses this service")
                .hasMessageNotContaining("wrong-password");
    }

    private Throwable failure() {
        await().atMost(PATIENCE).until(start::isDone);
        Throwable failure = start.exceptionNow();
        while (!(failure instanceof ServerAway) && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    private void start(String within, String postgresAddress) {
        start = CompletableFuture.supplyAsync(() -> new SpringApplicationBuilder(TrialApplication.class)
                .run(
                        "--spring.config.name=trial-service",
                        "--server.port=" + port,
                        "--pasar.start.servers-within=" + within,
                        "--pasar.postgres.url=" + postgresAddress,
                        "--pasar.redis.url=" + redis.insteadOf(redisUrl)));
    }

    /// The status of the readiness probe; 0 if nobody listens.
    private int readiness() {
        try {
            URI probe = URI.create("http://localhost:" + port + "/actuator/health/readiness");
            return HTTP.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
