package io.pasar.community.purchase;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Order paid: the buyer has the product.
@Component
class PurchaseOrderPaidHandler implements EventHandler<OrderPaid> {

    private final PurchaseStore purchases;

    PurchaseOrderPaidHandler(PurchaseStore purchases) {
        this.purchases = purchases;
    }

    @Override
    public String consumer() {
        return "community.purchase.orderpaid";
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
        return purchases.insert(event.data());
    }
}
