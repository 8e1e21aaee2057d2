package io.pasar.community.post;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Wires `post`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostProperties.class)
class PostConfiguration {

    @Bean
    LiveCatalogueClient liveCatalogueClient(WebClient.Builder clients, PostProperties properties) {
        WebClient client = clients.baseUrl(properties.liveUrl()).build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(LiveCatalogueClient.class);
    }
}
