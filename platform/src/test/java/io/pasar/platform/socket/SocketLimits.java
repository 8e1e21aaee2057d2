package io.pasar.platform.socket;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The bounds a service has without settings.
final class SocketLimits {

    static final SocketProperties DEFAULT =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("pasar.socket", SocketProperties.class);

    private SocketLimits() {}
}
