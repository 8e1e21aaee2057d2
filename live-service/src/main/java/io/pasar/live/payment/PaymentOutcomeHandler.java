package io.pasar.live.payment;

import io.pasar.kernel.id.OrderId;
import reactor.core.publisher.Mono;

/// What a payment means for the thing that is paid. Implemented by the feature that asked for the payment; its
/// methods run inside the transaction that records the outcome, before the intent's row is locked.
public interface PaymentOutcomeHandler {

    /// The money was collected; called once an order.
    Mono<CaptureVerdict> captured(OrderId order);

    /// The payer tried in vain and may try again.
    Mono<Void> failed(OrderId order);

    /// The provider has given money back; called once a refund.
    Mono<Void> refunded(Refund refund);

    /// What to do with collected money.
    enum CaptureVerdict {
        /// It buys what it was meant to buy.
        KEEP,
        /// What it was meant to buy is gone.
        GIVE_BACK
    }
}
