package io.pasar.live.payment;

import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The page of the sandbox, where a payer pays or fails to.
@Service
class SandboxService {

    private final SandboxStore sandbox;
    private final SandboxDeliveryService delivery;
    private final IntentIds ids;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SandboxService(
            SandboxStore sandbox,
            SandboxDeliveryService delivery,
            IntentIds ids,
            JsonMapper json,
            Clock clock,
            TransactionalOperator transaction) {
        this.sandbox = sandbox;
        this.delivery = delivery;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Does what the payer does, and answers after the report of it was delivered, or could not be and will be
    /// tried again. Must not run inside a transaction.
    ///
    /// @return what became of it; or `not-found`, `forbidden` for a member who is not the payer,
    ///     `payment-closed`
    Mono<SandboxAnswer> act(Caller caller, PaymentIntentId intent, SandboxAction action) {
        return decide(caller, intent, action)
                .flatMap(state -> delivery.deliver(intent).map(all -> new SandboxAnswer(intent, state, all)));
    }

    private Mono<SandboxState> decide(Caller caller, PaymentIntentId intent, SandboxAction action) {
        return sandbox.lock(intent)
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no such payment.")))
                .map(payment -> requirePayer(payment, caller))
                .flatMap(payment -> apply(payment, action))
                .as(transaction::transactional);
    }

    private static SandboxPayment requirePayer(SandboxPayment payment, Caller caller) {
        if (caller.member()
                .filter(member -> !member.id().equals(payment.payer()))
                .isPresent()) {
            throw CommonProblem.FORBIDDEN.because("Somebody else pays this.");
        }
        return payment;
    }

    private Mono<SandboxState> apply(SandboxPayment payment, SandboxAction action) {
        return Mono.justOrEmpty(SandboxRules.next(payment.state(), action))
                .delayUntil(next -> sandbox.move(payment.intent(), next))
                .delayUntil(_ -> sandbox.enqueue(payment.intent(), webhook(payment, action)))
                .defaultIfEmpty(payment.state());
    }

    private SandboxWebhook webhook(SandboxPayment payment, SandboxAction action) {
        UUID id = ids.next();
        SandboxEvent event =
                new SandboxEvent(id.toString(), action.event(), payment.intent(), payment.amount(), clock.instant());
        return new SandboxWebhook(id, json.writeValueAsString(event));
    }

    /// @param delivered whether the service has taken every report of this payment
    record SandboxAnswer(PaymentIntentId intent, SandboxState state, boolean delivered) {}
}
