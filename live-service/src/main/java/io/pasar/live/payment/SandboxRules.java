package io.pasar.live.payment;

import io.pasar.platform.problem.CommonProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the sandbox allows, and what its events mean.
final class SandboxRules {

    private SandboxRules() {}

    /// The state the action moves the payment to: empty if it is there already and nothing is to be reported.
    static Optional<SandboxState> next(SandboxState state, SandboxAction action) {
        return switch (state) {
            case OPEN -> Optional.of(action == SandboxAction.SUCCEED ? SandboxState.SUCCEEDED : SandboxState.OPEN);
            case SUCCEEDED -> {
                if (action == SandboxAction.FAIL) {
                    throw PaymentProblem.PAYMENT_CLOSED.because("The money is already collected.");
                }
                yield Optional.empty();
            }
            case CANCELLED -> throw PaymentProblem.PAYMENT_CLOSED.because("The order was cancelled.");
        };
    }

    /// What the event says, or `invalid-request` if something of it is missing.
    static PaymentEvent event(SandboxEvent event) {
        if (event.id() == null || event.intent() == null || event.amount() == null) {
            throw CommonProblem.INVALID_REQUEST.because("The event lacks its id, intent or amount.");
        }
        return new PaymentEvent(event.id(), kind(event.type()), event.intent(), event.amount());
    }

    private static PaymentEvent.Kind kind(@Nullable String type) {
        return switch (type) {
            case null -> throw CommonProblem.INVALID_REQUEST.because("The event lacks its type.");
            case "payment.succeeded" -> PaymentEvent.Kind.SUCCEEDED;
            case "payment.failed" -> PaymentEvent.Kind.FAILED;
            default -> throw CommonProblem.INVALID_REQUEST.because("The sandbox has no event of this type.");
        };
    }
}
