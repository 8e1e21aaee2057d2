package io.pasar.live.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;
import io.pasar.live.payment.PaymentEvent.Kind;
import io.pasar.live.payment.WebhookDecision.Capture;
import io.pasar.live.payment.WebhookDecision.Ignore;
import io.pasar.live.payment.WebhookDecision.NoteFailure;
import io.pasar.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PaymentRulesTest {

    private static final Money PRICE = Money.of("39.80", "EUR");

    @Test
    void capturesTheAmountThatWasAskedFor() {
        assertThat(decide(PaymentIntentState.OPEN, Kind.SUCCEEDED, PRICE)).isEqualTo(new Capture());
    }

    @Test
    void capturesAlsoAfterThePaymentWasGivenUp() {
        assertThat(decide(PaymentIntentState.CANCELLED, Kind.SUCCEEDED, PRICE)).isEqualTo(new Capture());
    }

    @Test
    void neverCapturesAnotherAmountOrCurrency() {
        Ignore differs = new Ignore(WebhookOutcome.AMOUNT_DIFFERS);
        assertThat(decide(PaymentIntentState.OPEN, Kind.SUCCEEDED, Money.of("39.81", "EUR")))
                .isEqualTo(differs);
        assertThat(decide(PaymentIntentState.OPEN, Kind.SUCCEEDED, Money.of("39.80", "USD")))
                .isEqualTo(differs);
    }

    @Test
    void countsAFailureOnlyBeforeTheCapture() {
        assertThat(decide(PaymentIntentState.OPEN, Kind.FAILED, PRICE)).isEqualTo(new NoteFailure());
        assertThat(decide(PaymentIntentState.CAPTURED, Kind.FAILED, PRICE))
                .isEqualTo(new Ignore(WebhookOutcome.ALREADY_CAPTURED));
    }

    @Test
    void capturesOnce() {
        assertThat(decide(PaymentIntentState.CAPTURED, Kind.SUCCEEDED, PRICE))
                .isEqualTo(new Ignore(WebhookOutcome.ALREADY_CAPTURED));
    }

    @Test
    void givesBackAllThatIsLeftUnlessToldOtherwise() {
        PaymentIntent intent = captured(Money.of("10", "EUR"));
        assertThat(PaymentRules.refundAmount(intent, null)).isEqualTo(Money.of("29.80", "EUR"));
        assertThat(PaymentRules.refundAmount(intent, Money.of("0.01", "EUR"))).isEqualTo(Money.of("0.01", "EUR"));
    }

    @Test
    void refusesToGiveBackWhatIsNotThere() {
        PaymentIntent intent = captured(Money.of("10", "EUR"));
        refuses("refund-too-large", () -> PaymentRules.refundAmount(intent, Money.of("29.81", "EUR")));
        refuses("invalid-request", () -> PaymentRules.refundAmount(intent, Money.of("1", "USD")));
        refuses("invalid-request", () -> PaymentRules.refundAmount(intent, Money.of("0", "EUR")));
        refuses("invalid-request", () -> PaymentRules.refundAmount(intent, Money.of("-1", "EUR")));
        refuses("nothing-to-refund", () -> PaymentRules.refundAmount(captured(PRICE), null));
        refuses(
                "nothing-to-refund",
                () -> PaymentRules.refundAmount(intent(PaymentIntentState.OPEN, Money.of("0", "EUR")), null));
    }

    @Property
    void neverGivesBackMoreThanWasCaptured(@ForAll List<@IntRange(min = 1, max = 4000) Integer> wishes) {
        Money back = Money.of("0", "EUR");
        for (int wish : wishes) {
            try {
                back = back.plus(PaymentRules.refundAmount(captured(back), new Money(wish, PRICE.currency())));
            } catch (Problem refused) {
                assertThat(back.minor() + wish).isGreaterThan(PRICE.minor());
            }
        }
        assertThat(back.minor()).isLessThanOrEqualTo(PRICE.minor());
    }

    private static void refuses(String slug, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().slug()).isEqualTo(slug));
    }

    private static WebhookDecision decide(PaymentIntentState state, Kind kind, Money amount) {
        PaymentIntent intent = intent(state, Money.of("0", "EUR"));
        return PaymentRules.decide(intent, new PaymentEvent("evt", kind, intent.id(), amount));
    }

    private static PaymentIntent captured(Money refunded) {
        return intent(PaymentIntentState.CAPTURED, refunded);
    }

    private static PaymentIntent intent(PaymentIntentState state, Money refunded) {
        return new PaymentIntent(
                new PaymentIntentId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                new MemberId(UUID.randomUUID()),
                "sandbox",
                "ref",
                PRICE,
                state,
                refunded,
                0);
    }
}
