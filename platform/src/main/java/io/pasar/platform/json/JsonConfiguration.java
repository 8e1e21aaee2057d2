package io.pasar.platform.json;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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
}
