package io.pasar.live.order;

import io.pasar.kernel.money.Money;
import io.pasar.kernel.text.TextRules;
import io.pasar.live.payment.RefundRequest;
import io.pasar.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/orders/{id}/refunds`. Fields it does not name are refused.
///
/// @param amount all that is left if absent
/// @param reason one line of plain text, at most 500 characters
record RefundBody(@Nullable Money amount, @Nullable String reason) {

    private static final int REASON_MAX = 500;

    /// @throws Problem `invalid-request` if the reason is no plain text
    RefundRequest request(@Nullable String key) {
        return new RefundRequest(amount, reason == null ? null : plain(reason), key);
    }

    private static String plain(String text) {
        String normalized = TextRules.normalized(text);
        TextRules.objection(normalized, REASON_MAX, false).ifPresent(objection -> {
            throw Problem.invalid("/reason", objection);
        });
        return normalized;
    }
}
