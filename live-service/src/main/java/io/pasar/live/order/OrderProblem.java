package io.pasar.live.order;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.problem.ProblemCode;

/// Refusals of this feature.
enum OrderProblem implements ProblemCode {
    HOLD_OVER("hold-over", "The hold is over"),
    ORDER_PAID("order-paid", "The order is already paid"),
    NOT_PAID("order-not-paid", "The order is not paid");

    private static final int CONFLICT = 409;

    private final String slug;
    private final String title;

    OrderProblem(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    /// To callers whom the order does not concern it does not exist.
    static Problem none() {
        return CommonProblem.NOT_FOUND.because("You have no such order.");
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return CONFLICT;
    }

    @Override
    public String title() {
        return title;
    }
}
