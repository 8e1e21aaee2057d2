package io.pasar.live.catalogue;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes the units of wholly refunded orders off the sold count. A partial refund, such as a discount after the
/// fact, leaves the goods sold.
@Component
class RefundedOrderHandler implements EventHandler<OrderRefunded> {

    private final ProductStore products;

    RefundedOrderHandler(ProductStore products) {
        this.products = products;
    }

    @Override
    public String consumer() {
        return "live.catalogue.soldcount.refund";
    }

    @Override
    public String producer() {
        return "live";
    }

    @Override
    public String type() {
        return OrderRefunded.TYPE;
    }

    @Override
    public Class<OrderRefunded> payload() {
        return OrderRefunded.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<OrderRefunded> event) {
        return event.data().whole()
                ? products.addSold(event.data().product(), -event.data().quantity())
                : Mono.empty();
    }
}
