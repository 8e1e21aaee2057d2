package io.pasar.community.post;

import io.pasar.kernel.id.ProductId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/// The part of the live service's public interface that tags need.
@HttpExchange("/v1/products")
interface LiveCatalogueClient {

    @GetExchange("/{id}")
    Mono<ListedProduct> product(@PathVariable ProductId id);
}
