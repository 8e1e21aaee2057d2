package io.pasar.platform.trace;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `trace`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TraceProperties.class)
public class TraceConfiguration {

    TraceConfiguration() {
        LogKey.register();
    }

    @Bean
    TraceService traceService(ObservationRegistry registry, TraceProperties settings) {
        return settings.enabled() ? TraceService.on(registry) : TraceService.off(registry);
    }
}
