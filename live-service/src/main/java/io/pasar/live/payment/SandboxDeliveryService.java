package io.pasar.live.payment;

import io.pasar.kernel.id.PaymentIntentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Delivers the sandbox's webhooks until each was answered with 2xx.
@Service
class SandboxDeliveryService {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxDeliveryService.class);
    private static final int BATCH_MAX = 20;

    private final SandboxStore sandbox;
    private final SandboxClient client;

    SandboxDeliveryService(SandboxStore sandbox, SandboxClient client) {
        this.sandbox = sandbox;
        this.client = client;
    }

    /// One attempt at every undelivered webhook of the payment.
    ///
    /// @return whether all arrived
    Mono<Boolean> deliver(PaymentIntentId intent) {
        return attempt(sandbox.claim(intent)).all(arrived -> arrived);
    }

    /// One attempt at what is due.
    ///
    /// @return whether more may be due
    Mono<Boolean> deliverDue() {
        return attempt(sandbox.claimDue(BATCH_MAX)).count().map(tried -> tried == BATCH_MAX);
    }

    private Flux<Boolean> attempt(Flux<SandboxWebhook> webhooks) {
        return webhooks.collectList().flatMapIterable(all -> all).concatMap(this::attempt);
    }

    private Mono<Boolean> attempt(SandboxWebhook webhook) {
        return client.send(webhook)
                .then(Mono.defer(() -> sandbox.delivered(webhook.id())))
                .thenReturn(true)
                .onErrorResume(failure -> {
                    LOG.warn(
                            "A webhook of the sandbox was not delivered and will be sent again: {}",
                            failure.toString());
                    return Mono.just(false);
                });
    }
}
