package io.pasar.live.payment;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of this feature.
enum PaymentProblem implements ProblemCode {
    INVALID_SIGNATURE("invalid-signature", 401, "The webhook is not signed as it must be"),
    PAYMENT_CLOSED("payment-closed", 409, "The payment takes no more attempts"),
    NOTHING_TO_REFUND("nothing-to-refund", 409, "Nothing to give back"),
    REFUND_TOO_LARGE("refund-too-large", 409, "More than is left to give back"),
    PROVIDER_UNAVAILABLE("payment-provider-unavailable", 503, "The payment provider does not answer");

    private final String slug;
    private final int status;
    private final String title;

    PaymentProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
