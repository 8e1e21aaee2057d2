package io.pasar.live.payment;

import io.pasar.kernel.money.Money;
import io.pasar.live.payment.WebhookDecision.Capture;
import io.pasar.live.payment.WebhookDecision.Ignore;
import io.pasar.live.payment.WebhookDecision.NoteFailure;
import io.pasar.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What webhooks and refund requests lead to.
final class PaymentRules {

    private PaymentRules() {}

    /// Events come repeated and in any order: a success counts whenever it comes first, also after failures and
    /// after the payment was given up; a failure after it means nothing.
    static WebhookDecision decide(PaymentIntent intent, PaymentEvent event) {
        if (intent.state() == PaymentIntentState.CAPTURED) {
            return new Ignore(WebhookOutcome.ALREADY_CAPTURED);
        }
        return switch (event.kind()) {
            case FAILED -> new NoteFailure();
            case SUCCEEDED ->
                event.amount().equals(intent.amount()) ? new Capture() : new Ignore(WebhookOutcome.AMOUNT_DIFFERS);
        };
    }

    /// The amount to give back, or a problem if it is not positive, of another currency, or more than is left.
    ///
    /// @param asked all that is left if absent
    static Money refundAmount(PaymentIntent intent, @Nullable Money asked) {
        Money left = intent.refundable();
        if (!left.isPositive()) {
            throw PaymentProblem.NOTHING_TO_REFUND.because("Nothing of this order's money is left to give back.");
        }
        if (asked == null) {
            return left;
        }
        if (!asked.currency().equals(left.currency())) {
            throw Problem.invalid("/amount/currency", "must be " + left.currencyCode());
        }
        if (!asked.isPositive()) {
            throw Problem.invalid("/amount/amount", "must be above zero");
        }
        if (asked.minor() > left.minor()) {
            throw PaymentProblem.REFUND_TOO_LARGE.because("At most " + left.amount() + " is left to give back.");
        }
        return asked;
    }
}
