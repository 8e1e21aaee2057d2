package io.pasar.platform.event.flow;

import io.pasar.platform.redis.RedisConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// One of the two services, running in this JVM.
final class FlowService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;

    private FlowService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Settings that make faults short: leases of a second, retries within a second.
    static List<String> impatient() {
        return List.of(
                "pasar.events.lease=1s",
                "pasar.events.poll=100ms",
                "pasar.events.command-timeout=2s",
                "pasar.events.pause-max=200ms",
                "pasar.events.gauges-every=100ms",
                "pasar.events.consumer.retry-first=10ms",
                "pasar.events.consumer.retry-max=100ms",
                "pasar.postgres.connections-max=30");
    }

    /// The event stream alone.
    static FlowService start(String name, String postgresUrl, String redisUrl, String... settings) {
        SpringApplicationBuilder bare =
                new SpringApplicationBuilder(FlowApplication.BareConfiguration.class).web(WebApplicationType.NONE);
        return new FlowService(bare.run(arguments(name, postgresUrl, redisUrl, settings)));
    }

    /// A whole service on a free port.
    static FlowService startWhole(String name, String postgresUrl, String redisUrl, String... settings) {
        SpringApplicationBuilder whole = new SpringApplicationBuilder(FlowApplication.WholeConfiguration.class);
        return new FlowService(whole.run(arguments(name, postgresUrl, redisUrl, settings)));
    }

    /// What comes later wins; Spring would join the values of an argument that is given twice.
    private static String[] arguments(String name, String postgresUrl, String redisUrl, String... settings) {
        List<String> properties = new ArrayList<>(List.of(
                "spring.config.name=flow-service",
                "pasar.service.name=" + name,
                "pasar.postgres.url=" + postgresUrl,
                "pasar.redis.url=" + redisUrl,
                "server.port=0"));
        properties.addAll(impatient());
        properties.addAll(List.of(settings));
        Map<String, String> last = new LinkedHashMap<>();
        properties.forEach(setting -> last.put(setting.substring(0, setting.indexOf('=')), setting));
        return last.values().stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String setting(String name) {
        return Objects.requireNonNull(context.getEnvironment().getProperty(name), name);
    }

    NoteService notes() {
        return bean(NoteService.class);
    }

    DatabaseClient database() {
        return bean(DatabaseClient.class);
    }

    /// One number from the service's schema.
    long count(String sql) {
        return waitFor(database().sql(sql).mapValue(Long.class).one());
    }

    void run(String sql) {
        waitFor(database().sql(sql).fetch().rowsUpdated());
    }

    int change(UUID note) {
        return waitFor(notes().change(note));
    }

    static <T> T waitFor(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    /// Takes away all that the two services wrote, in PostgreSQL and in Redis, for whoever comes next.
    void forgetEverything() {
        run("DROP SCHEMA noting, counting CASCADE");
        var redis = bean(RedisConnections.class).commands();
        List<String> keys = waitFor(redis.keys("{events:*").collectList());
        keys.forEach(key -> waitFor(redis.del(key)));
    }

    /// Stops whatever runs by itself, and starts it again in the same context.
    void stopAndStart() {
        context.stop();
        context.start();
    }

    @Override
    public void close() {
        context.close();
    }
}
