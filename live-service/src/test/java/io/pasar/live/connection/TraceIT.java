package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveServiceApplication;
import io.pasar.live.RoomClient;
import io.pasar.test.TestServers;
import io.pasar.test.TrustsTestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// One trace leads from a command on a socket over its SQL and the event it wrote to the event's handling, in
/// another transaction, and what that told Redis.
@TrustsTestIssuer
@Import(TraceIT.KeptSpans.class)
@SpringBootTest(
        classes = LiveServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=live-service",
            "pasar.tracing.enabled=true",
            "management.opentelemetry.enabled=true",
            "management.tracing.export.enabled=true",
            "management.tracing.export.otlp.enabled=false",
            "management.opentelemetry.tracing.export.schedule-delay=100ms",
            "management.tracing.sampling.probability=1"
        })
class TraceIT {

    @TestConfiguration(proxyBeanMethods = false)
    static class KeptSpans {

        @Bean
        InMemorySpanExporter keptSpans() {
            return InMemorySpanExporter.create();
        }
    }

    private static final PostgresServer POSTGRES = TestServers.postgres();
    private static final RedisServer REDIS = TestServers.redis();

    /// Its own servers: beside other instances of the service, one of those might handle the event.
    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("pasar.postgres.url", POSTGRES::url);
        registry.add("pasar.redis.url", REDIS::url);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private InMemorySpanExporter exporter;

    @Test
    void leadsFromACommandOverSqlAndTheEventToRedis() {
        LiveApi api = new LiveApi(port);
        Person host = Person.named("trace");
        String room = api.liveRoom(host);
        String product = api.post(
                        "/v1/products",
                        host,
                        Map.of("title", "Traced", "price", Map.of("amount", "5.00", "currency", "EUR")))
                .body()
                .path("id")
                .asString();
        try (RoomClient client = RoomClient.join(port, room, host.token())) {
            client.ask("stage.set", Map.of("productId", product));
        }
        await().ignoreExceptions().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            SpanData command = named("command stage.set").findFirst().orElseThrow();
            List<SpanData> trace = spans().filter(span -> span.getTraceId().equals(command.getTraceId()))
                    .toList();
            SpanData handling = trace.stream()
                    .filter(span -> span.getName().startsWith("handle "))
                    .findFirst()
                    .orElseThrow();
            assertThat(childrenOf(command, trace)).anyMatch(TraceIT::isSql);
            assertThat(trace)
                    .anyMatch(span -> isRedis(span) && span.getStartEpochNanos() >= handling.getStartEpochNanos());
            assertThat(command.getAttributes().asMap().toString()).contains(room);
        });
        assertThat(spans().map(span -> span.getAttributes().asMap().toString()))
                .noneMatch(text -> text.contains(host.token()));
    }

    private static boolean isSql(SpanData span) {
        return span.getAttributes().asMap().toString().contains("r2dbc");
    }

    private static boolean isRedis(SpanData span) {
        return span.getAttributes().asMap().toString().contains("redis");
    }

    private static List<SpanData> childrenOf(SpanData parent, List<SpanData> trace) {
        return trace.stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
    }

    private Stream<SpanData> named(String name) {
        return spans().filter(span -> span.getName().equals(name));
    }

    private Stream<SpanData> spans() {
        return exporter.getFinishedSpanItems().stream();
    }
}
