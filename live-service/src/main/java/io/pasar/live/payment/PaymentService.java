package io.pasar.live.payment;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;
import io.pasar.platform.postgres.AfterCommit;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Payments as orders use them.
@Service
public class PaymentService {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);
    private static final int CANCEL_CONCURRENCY = 4;

    private final PaymentStore payments;
    private final PaymentProviders providers;
    private final IntentIds ids;
    private final PaymentProperties properties;

    PaymentService(PaymentStore payments, PaymentProviders providers, IntentIds ids, PaymentProperties properties) {
        this.payments = payments;
        this.providers = providers;
        this.ids = ids;
        this.properties = properties;
    }

    /// Adds a payment of the order to the caller's transaction. [#start] follows after its commit.
    public Mono<PaymentIntent> add(OrderId order, MemberId payer, Money amount) {
        return payments.insert(new PaymentIntentId(ids.next()), order, payer, properties.provider(), amount);
    }

    /// Asks the provider to collect the money, outside of any transaction; repeating it changes nothing.
    ///
    /// @return the payment, ready for the payer; or `payment-provider-unavailable`
    public Mono<PaymentIntent> start(PaymentIntent intent) {
        if (intent.reference() != null) {
            return Mono.just(intent);
        }
        return providers
                .named(intent.provider())
                .create(intent)
                .timeout(properties.callMax())
                .onErrorMap(PaymentService::unavailable)
                .flatMap(reference -> payments.refer(intent.id(), reference));
    }

    /// The order's payment; empty if it has none.
    public Mono<PaymentIntent> find(OrderId order) {
        return payments.find(order);
    }

    /// Nobody waits for these orders' money any more: in the caller's transaction here, after its commit, at
    /// best effort, with the provider.
    public Mono<Void> cancel(Collection<OrderId> orders) {
        return payments.cancel(orders)
                .collectList()
                .flatMap(cancelled -> AfterCommit.run(cancelWithProvider(cancelled)));
    }

    private Mono<Void> cancelWithProvider(List<PaymentIntent> intents) {
        return Flux.fromIterable(intents)
                .flatMap(intent -> providers.named(intent.provider()).cancel(intent), CANCEL_CONCURRENCY)
                .timeout(properties.callMax())
                .onErrorResume(failure -> {
                    LOG.warn("A provider was not told that a payment is cancelled", failure);
                    return Mono.empty();
                })
                .then();
    }

    private static Throwable unavailable(Throwable failure) {
        LOG.warn("A provider did not take a payment", failure);
        return PaymentProblem.PROVIDER_UNAVAILABLE.because("Send the same request again in a moment.");
    }
}
