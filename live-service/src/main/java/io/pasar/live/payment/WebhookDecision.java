package io.pasar.live.payment;

/// What to do about a genuine webhook.
sealed interface WebhookDecision {

    /// Record the capture and let the order decide.
    record Capture() implements WebhookDecision {}

    /// Count the failure.
    record NoteFailure() implements WebhookDecision {}

    /// Only remember that it came.
    record Ignore(WebhookOutcome because) implements WebhookDecision {}
}
