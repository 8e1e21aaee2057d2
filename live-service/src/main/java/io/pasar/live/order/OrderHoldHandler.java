package io.pasar.live.order;

import io.pasar.kernel.id.ReservationId;
import io.pasar.live.payment.PaymentService;
import io.pasar.live.sale.HoldEnd;
import io.pasar.live.sale.HoldEndHandler;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// An unpaid order ends with its hold. Its payment is called off only if the buyer gave the units back: after
/// an expiry the buyer may be on the provider's page at this moment, and late money may still find units.
@Component
class OrderHoldHandler implements HoldEndHandler {

    private final OrderStore orders;
    private final PaymentService payments;
    private final OrderPublisher publisher;

    OrderHoldHandler(OrderStore orders, PaymentService payments, OrderPublisher publisher) {
        this.orders = orders;
        this.payments = payments;
        this.publisher = publisher;
    }

    @Override
    public Mono<Void> holdsEnded(List<ReservationId> holds, HoldEnd how) {
        return orders.cancel(holds, CancelReason.of(how))
                .collectList()
                .filter(cancelled -> !cancelled.isEmpty())
                .delayUntil(publisher::changed)
                .filter(_ -> how == HoldEnd.RELEASED)
                .flatMap(cancelled ->
                        payments.cancel(cancelled.stream().map(Order::id).toList()));
    }
}
