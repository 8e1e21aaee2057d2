package io.pasar.platform.idempotency;

import java.util.List;
import java.util.Map;

/// An answer as it is kept.
///
/// @param status the HTTP status
/// @param headers those that belong to the answer, not to its transport
/// @param body Base64 of the body's bytes
record KeptAnswer(int status, Map<String, List<String>> headers, String body) {

    private static final int REFUSALS = 400;
    private static final int FAILURES = 500;
    private static final String RETRY_AFTER = "Retry-After";

    KeptAnswer {
        headers = Map.copyOf(headers);
    }

    /// A refusal: what the request wrote is undone.
    boolean isRefusal() {
        return status >= REFUSALS;
    }

    /// Whether a repeat gets this answer. A failure is no answer, and one that says when to come back is not
    /// the last word: the repeat runs again.
    boolean isFinal() {
        return status < FAILURES && headers.keySet().stream().noneMatch(RETRY_AFTER::equalsIgnoreCase);
    }
}
