package io.pasar.community.follow;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of `follow`.
enum FollowProblem implements ProblemCode {
    CANNOT_FOLLOW_YOURSELF("cannot-follow-yourself", 409, "Nobody follows themselves");

    private final String slug;
    private final int status;
    private final String title;

    FollowProblem(String slug, int status, String title) {
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
