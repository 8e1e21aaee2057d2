package io.pasar.community.post;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.ProductListed;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Product listed: tags show its title and price.
@Component
class ProductListedHandler implements EventHandler<ProductListed> {

    private final ProductSnapshotStore products;

    ProductListedHandler(ProductSnapshotStore products) {
        this.products = products;
    }

    @Override
    public String consumer() {
        return "community.post.products";
    }

    @Override
    public String producer() {
        return "live";
    }

    @Override
    public String type() {
        return ProductListed.TYPE;
    }

    @Override
    public Class<ProductListed> payload() {
        return ProductListed.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<ProductListed> event) {
        return products.put(event.data(), event.time());
    }
}
