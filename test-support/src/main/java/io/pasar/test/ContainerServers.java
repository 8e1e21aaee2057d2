package io.pasar.test;

import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// The shared servers as containers, for machines with a Docker engine. Testcontainers removes them when the JVM
/// ends, however it ends.
final class ContainerServers {

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18-alpine");
    private static final DockerImageName REDIS = DockerImageName.parse("redis:7.4");
    private static final int REDIS_PORT = 6379;

    private ContainerServers() {}

    static SharedServers start() {
        PostgreSQLContainer postgres = postgres();
        String password = UUID.randomUUID().toString();
        GenericContainer<?> redis = redis(password);
        try {
            Startables.deepStart(postgres, redis).join();
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    "A Docker engine answers, but " + POSTGRES + " and " + REDIS + " could not be started in it."
                            + " Stop the engine or point DOCKER_HOST elsewhere to test with embedded servers.",
                    failure);
        }
        return new SharedServers(postgresUrl(postgres), redisUrl(redis, password));
    }

    /// Testcontainers switches fsync off; crash tests rely on it.
    private static PostgreSQLContainer postgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES).withDatabaseName("pasar");
        container.setCommand("postgres", "-c", "max_connections=200", "-c", "fsync=on");
        return container;
    }

    private static GenericContainer<?> redis(String password) {
        return new GenericContainer<>(REDIS)
                .withExposedPorts(REDIS_PORT)
                .withCommand(
                        "redis-server", "--appendonly", "yes", "--appendfsync", "always", "--requirepass", password)
                .waitingFor(Wait.forListeningPort());
    }

    private static String postgresUrl(PostgreSQLContainer container) {
        return "r2dbc:postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        container.getUsername(),
                        container.getPassword(),
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getDatabaseName());
    }

    private static String redisUrl(GenericContainer<?> container, String password) {
        return "redis://:%s@%s:%d".formatted(password, container.getHost(), container.getMappedPort(REDIS_PORT));
    }
}
