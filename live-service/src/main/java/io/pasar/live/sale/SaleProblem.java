package io.pasar.live.sale;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of this feature.
enum SaleProblem implements ProblemCode {
    SOLD_OUT("sold-out", "Not that many units are left"),
    LIMIT_REACHED("limit-reached", "The limit for one member is reached"),
    SALE_NOT_OPEN("sale-not-open", "The sale is not open"),
    ROOM_ENDED("room-ended", "The room has ended"),
    RESERVATION_CONFIRMED("reservation-confirmed", "The reservation is already paid"),
    HOLD_OVER("hold-over", "The hold is over");

    private static final int CONFLICT = 409;

    private final String slug;
    private final String title;

    SaleProblem(String slug, String title) {
        this.slug = slug;
        this.title = title;
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
