package io.pasar.test;

import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;

/// The addresses of the servers that all test classes of this JVM share.
record SharedServers(String postgresUrl, String redisUrl) {

    /// Starts them on the first call.
    static SharedServers running() {
        return Holder.SERVERS;
    }

    private static SharedServers start() {
        return DockerEngine.answers() ? ContainerServers.start() : embedded();
    }

    private static SharedServers embedded() {
        PostgresServer postgres = TestServers.postgres();
        RedisServer redis = TestServers.redis();
        return new SharedServers(postgres.url(), redis.url());
    }

    private static final class Holder {
        static final SharedServers SERVERS = start();
    }
}
