package io.pasar.live.payment;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives money back: first the amount is set aside in a transaction, then the provider is asked outside of any,
/// then the answer is recorded in another. What breaks off in between is taken up again by the job under the
/// same refund id, which the provider knows.
@Service
public class RefundService {

    private static final Logger LOG = LoggerFactory.getLogger(RefundService.class);
    private static final int BATCH_MAX = 20;
    private static final int CALLER_ASKS_SECONDS = 30;

    private final RefundStore refunds;
    private final PaymentStore payments;
    private final PaymentProviders providers;
    private final PaymentOutcomeHandler outcomes;
    private final PaymentProperties properties;
    private final IdGenerator ids;
    private final TransactionalOperator transaction;

    RefundService(
            RefundStore refunds,
            PaymentStore payments,
            PaymentProviders providers,
            PaymentOutcomeHandler outcomes,
            PaymentProperties properties,
            IdGenerator ids,
            TransactionalOperator transaction) {
        this.refunds = refunds;
        this.payments = payments;
        this.providers = providers;
        this.outcomes = outcomes;
        this.properties = properties;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// Sets money of the order aside to be given back; [#carryOut] follows after the commit.
    ///
    /// @return the refund, the first one if the key was used before; or `nothing-to-refund`,
    ///     `refund-too-large`, or what is wrong with the amount
    public Mono<Refund> request(OrderId order, RefundRequest request) {
        return first(order, request)
                .switchIfEmpty(Mono.defer(() -> add(order, request)))
                .as(transaction::transactional)
                .onErrorResume(DuplicateKeyException.class, _ -> first(order, request));
    }

    private Mono<Refund> first(OrderId order, RefundRequest request) {
        return Mono.justOrEmpty(request.key()).flatMap(key -> refunds.find(order, key));
    }

    /// Asks the provider, outside of any transaction, and records its answer; repeating it changes nothing.
    ///
    /// @return the refund as it is then: still requested if the provider did not answer, and tried again later
    public Mono<Refund> carryOut(Refund refund) {
        if (refund.state() == Refund.State.DONE) {
            return Mono.just(refund);
        }
        return payments.find(refund.intent())
                .flatMap(intent -> ask(intent, refund))
                .then(Mono.defer(() -> record(refund)))
                .onErrorResume(failure -> {
                    LOG.warn("A refund is tried again later", failure);
                    return Mono.just(refund);
                });
    }

    /// Gives all of a payment back in the caller's transaction, because it came too late; the job does the
    /// rest.
    Mono<Refund> giveBack(PaymentIntent intent) {
        Refund refund = draft(intent, intent.amount(), null, Refund.Cause.LATE_PAYMENT);
        return set(refund, null, 0);
    }

    /// Takes up what is due.
    ///
    /// @return whether more may be due
    Mono<Boolean> carryOutDue() {
        return refunds.claimDue(BATCH_MAX)
                .collectList()
                .delayUntil(due -> Flux.fromIterable(due).concatMap(this::carryOut))
                .map(due -> due.size() == BATCH_MAX);
    }

    private Mono<Refund> add(OrderId order, RefundRequest request) {
        return payments.find(order)
                .switchIfEmpty(Mono.error(() -> PaymentProblem.NOTHING_TO_REFUND.because("Nothing was paid.")))
                .map(intent -> draft(
                        intent,
                        PaymentRules.refundAmount(intent, request.amount()),
                        request.reason(),
                        Refund.Cause.SELLER))
                .flatMap(refund -> set(refund, request.key(), CALLER_ASKS_SECONDS));
    }

    private Refund draft(PaymentIntent intent, Money amount, @Nullable String reason, Refund.Cause cause) {
        return new Refund(
                new RefundId(ids.next()), intent.id(), intent.order(), amount, reason, cause, Refund.State.REQUESTED);
    }

    private Mono<Refund> set(Refund refund, @Nullable String key, int waitSeconds) {
        return refunds.reserve(refund.intent(), refund.amount()).flatMap(rows -> {
            if (rows != 1) {
                return Mono.error(() -> PaymentProblem.REFUND_TOO_LARGE.because("That much is no longer left."));
            }
            return refunds.insert(refund, key, waitSeconds);
        });
    }

    private Mono<Void> ask(PaymentIntent intent, Refund refund) {
        return providers.named(intent.provider()).refund(intent, refund).timeout(properties.callMax());
    }

    private Mono<Refund> record(Refund refund) {
        return refunds.done(refund.id())
                .delayUntil(done -> outcomes.refunded(done))
                .defaultIfEmpty(refund.done())
                .as(transaction::transactional);
    }
}
