package io.pasar.live.room;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/// Wires `room`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemberDirectoryProperties.class)
class RoomConfiguration {

    @Bean
    MemberDirectoryClient memberDirectory(WebClient.Builder clients, MemberDirectoryProperties settings) {
        return new MemberDirectoryClient(clients, settings);
    }
}
