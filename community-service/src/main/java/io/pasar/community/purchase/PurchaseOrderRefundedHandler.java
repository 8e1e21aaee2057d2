package io.pasar.community.purchase;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Order refunded as a whole: the buyer does not count as one any more.
@Component
class PurchaseOrderRefundedHandler implements EventHandler<OrderRefunded> {

    private final PurchaseStore purchases;

    PurchaseOrderRefundedHandler(PurchaseStore purchases) {
        this.purchases = purchases;
    }

    @Override
    public String consumer() {
        return "community.purchase.orderrefunded";
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
        return purchases.markReturned(event.data());
    }
}
