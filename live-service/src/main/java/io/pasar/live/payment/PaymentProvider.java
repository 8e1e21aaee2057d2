package io.pasar.live.payment;

import reactor.core.publisher.Mono;

/// A company that moves money. Every call may take seconds and is made outside of any transaction; every call
/// may be repeated with the same ids and then changes nothing more.
public interface PaymentProvider {

    /// Its name in paths, answers and tables, lower case.
    String name();

    /// The header its webhooks are signed in.
    String signatureHeader();

    /// Prepares the collection of the intent's amount.
    ///
    /// @return the provider's own name of it
    Mono<String> create(PaymentIntent intent);

    /// Stops waiting for the payer; no error if the money is already collected.
    Mono<Void> cancel(PaymentIntent intent);

    /// Gives money back.
    Mono<Void> refund(PaymentIntent intent, Refund refund);

    /// Checks that the call is genuine and recent, and reads it.
    ///
    /// @return what it says; or an `invalid-signature` or `invalid-request` problem
    Mono<PaymentEvent> read(WebhookCall call);
}
