package io.pasar.live.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.live.payment.PaymentOutcomeHandler.CaptureVerdict;
import io.pasar.live.payment.WebhookDecision.Capture;
import io.pasar.live.payment.WebhookDecision.Ignore;
import io.pasar.live.payment.WebhookDecision.NoteFailure;
import io.pasar.platform.problem.CommonProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Takes what providers report: each event once, in any order, whatever repeats.
@Service
class WebhookService {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookService.class);

    private final PaymentProviders providers;
    private final PaymentStore payments;
    private final RefundService refunds;
    private final PaymentOutcomeHandler outcomes;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;

    WebhookService(
            PaymentProviders providers,
            PaymentStore payments,
            RefundService refunds,
            PaymentOutcomeHandler outcomes,
            TransactionalOperator transaction,
            MeterRegistry meters) {
        this.providers = providers;
        this.payments = payments;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.transaction = transaction;
        this.meters = meters;
        countFromZero();
    }

    /// Prometheus sees no rise in a counter that is new to it, so the first mismatch would alert nobody.
    private void countFromZero() {
        for (String provider : providers.names()) {
            for (WebhookOutcome outcome : WebhookOutcome.values()) {
                PaymentMeters.WEBHOOKS.counter(meters, provider, outcome.stored());
            }
        }
    }

    /// @return what it led to; or `not-found` for an unknown provider, `invalid-signature`, `invalid-request`
    Mono<WebhookOutcome> take(String provider, WebhookCall call) {
        return Mono.defer(() -> providers.named(provider).read(call))
                .flatMap(event -> settle(provider, event))
                .doOnNext(outcome -> count(provider, outcome));
    }

    private Mono<WebhookOutcome> settle(String provider, PaymentEvent event) {
        return payments.take(provider, event)
                .filter(added -> added == 1)
                .flatMap(_ -> outcome(provider, event))
                .delayUntil(outcome -> payments.conclude(provider, event, outcome))
                .defaultIfEmpty(WebhookOutcome.REPEATED)
                .as(transaction::transactional);
    }

    private Mono<WebhookOutcome> outcome(String provider, PaymentEvent event) {
        return payments.find(event.intent())
                .filter(intent -> intent.provider().equals(provider))
                .flatMap(intent -> carryOut(PaymentRules.decide(intent, event), intent))
                .defaultIfEmpty(WebhookOutcome.UNKNOWN_INTENT);
    }

    private Mono<WebhookOutcome> carryOut(WebhookDecision decision, PaymentIntent intent) {
        return switch (decision) {
            case Capture() -> outcomes.captured(intent.order()).flatMap(verdict -> capture(intent, verdict));
            case NoteFailure() ->
                payments.countFailure(intent.id())
                        .then(Mono.defer(() -> outcomes.failed(intent.order())))
                        .thenReturn(WebhookOutcome.FAILURE_NOTED);
            case Ignore(var because) -> Mono.just(because);
        };
    }

    private Mono<WebhookOutcome> capture(PaymentIntent intent, CaptureVerdict verdict) {
        return payments.capture(intent.id()).map(WebhookService::requireOne).flatMap(_ -> switch (verdict) {
            case KEEP -> Mono.just(WebhookOutcome.CAPTURED);
            case GIVE_BACK -> refunds.giveBack(intent).thenReturn(WebhookOutcome.GIVEN_BACK);
        });
    }

    /// Two different events of one payment at the same moment: the second rolls back and is sent again.
    private static long requireOne(long rows) {
        if (rows != 1) {
            throw CommonProblem.CONFLICT.because("Another event of this payment came first; send this one again.");
        }
        return rows;
    }

    private void count(String provider, WebhookOutcome outcome) {
        PaymentMeters.WEBHOOKS.counter(meters, provider, outcome.stored()).increment();
        if (outcome == WebhookOutcome.AMOUNT_DIFFERS || outcome == WebhookOutcome.UNKNOWN_INTENT) {
            LOG.error("A genuine webhook of {} was not applied: {}", provider, outcome);
        }
    }
}
