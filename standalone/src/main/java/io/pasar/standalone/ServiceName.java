package io.pasar.standalone;

import io.pasar.community.CommunityServiceApplication;
import io.pasar.content.ContentServiceApplication;
import io.pasar.live.LiveServiceApplication;

/// The services and the paths they are reached at.
enum ServiceName {
    LIVE("/live", "live-service", LiveServiceApplication.class),
    COMMUNITY("/community", "community-service", CommunityServiceApplication.class),
    CONTENT("/content", "content-ai", ContentServiceApplication.class);

    private final String path;
    private final String configuration;
    private final Class<?> application;

    ServiceName(String path, String configuration, Class<?> application) {
        this.path = path;
        this.configuration = configuration;
        this.application = application;
    }

    /// What precedes all paths of the service.
    String path() {
        return path;
    }

    /// The name of the service's settings file, without `.yml`.
    String configuration() {
        return configuration;
    }

    /// The root of the service's Spring context.
    Class<?> application() {
        return application;
    }
}
