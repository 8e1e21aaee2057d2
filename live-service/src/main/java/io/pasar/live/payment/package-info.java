/// Collecting and returning money through providers.
///
/// A provider is asked outside of any transaction and answers later by a signed webhook, which is taken once
/// (`WebhookService`). What a capture means is decided by the `PaymentOutcomeHandler` that another feature
/// implements. The sandbox (`Sandbox…`) stands for a provider outside of this service: it has tables of its own
/// and really delivers its webhooks over HTTP.
@ApplicationModule(allowedDependencies = "invariant")
@NullMarked
package io.pasar.live.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
