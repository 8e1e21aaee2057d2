package io.pasar.test;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Starts the shared servers before a test class's Spring context is built.
final class ServersExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        SharedServers servers = SharedServers.running();
        System.setProperty("PASAR_POSTGRES_URL", servers.postgresUrl());
        System.setProperty("PASAR_REDIS_URL", servers.redisUrl());
    }
}
