package io.pasar.platform.json;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Wires `json`: Boot's `JsonMapper`, which the HTTP codecs use too, follows [PlatformJson].
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    JsonFactoryBuilderCustomizer boundedJson() {
        return PlatformJson::bound;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    JsonMapperBuilderCustomizer strictJson() {
        return PlatformJson::strict;
    }

    /// Request bodies are read strictly; what other services answer is read by Spring's own decoder.
    @Bean
    WebFluxConfigurer strictJsonBodies(JsonMapper json) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().jacksonJsonDecoder(new StrictJsonDecoder(json));
            }
        };
    }
}
