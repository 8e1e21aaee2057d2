package io.pasar.live.catalogue;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts the units of paid orders as sold.
@Component
class PaidOrderHandler implements EventHandler<OrderPaid> {

    private final ProductStore products;

    PaidOrderHandler(ProductStore products) {
        this.products = products;
    }

    @Override
    public String consumer() {
        return "live.catalogue.soldcount";
    }

    @Override
    public String producer() {
        return "live";
    }

    @Override
    public String type() {
        return OrderPaid.TYPE;
    }

    @Override
    public Class<OrderPaid> payload() {
        return OrderPaid.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<OrderPaid> event) {
        return products.addSold(event.data().product(), event.data().quantity());
    }
}
