package io.pasar.standalone;

import io.pasar.embedded.EmbeddedServer;
import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.embedded.ServerPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL and Redis: embedded ones, unless the environment names others.
final class DataServers {

    private final Optional<PostgresServer> postgres;
    private final Optional<RedisServer> redis;
    private final Settings settings;
    private final Progress progress;

    DataServers(Settings settings, DataFolder folder, Progress progress) {
        Path programs = folder.resolve("programs");
        this.settings = settings;
        this.progress = progress;
        this.postgres = settings.postgresUrl().isPresent()
                ? Optional.empty()
                : Optional.of(new PostgresServer(ServerPlace.lasting(folder.resolve("postgres"), programs)));
        this.redis = settings.redisUrl().isPresent()
                ? Optional.empty()
                : Optional.of(new RedisServer(ServerPlace.lasting(folder.resolve("redis"), programs)));
    }

    /// Starts the embedded ones side by side and waits for them.
    void start() {
        embedded().parallel().forEach(this::start);
    }

    /// Stops the embedded ones side by side and waits for them.
    void stop() {
        embedded().parallel().forEach(EmbeddedServer::stop);
    }

    String postgresUrl() {
        return settings.postgresUrl()
                .or(() -> postgres.map(EmbeddedServer::url))
                .orElseThrow();
    }

    String redisUrl() {
        return settings.redisUrl().or(() -> redis.map(EmbeddedServer::url)).orElseThrow();
    }

    private Stream<EmbeddedServer> embedded() {
        return List.<Optional<? extends EmbeddedServer>>of(postgres, redis).stream()
                .flatMap(Optional::stream);
    }

    private void start(EmbeddedServer server) {
        long start = System.nanoTime();
        server.start();
        progress.done(server.name() + " on 127.0.0.1:" + server.port(), start);
    }
}
