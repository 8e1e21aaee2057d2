package io.pasar.community.token;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of `token`.
enum TokenProblem implements ProblemCode {
    WRONG_CREDENTIALS("wrong-credentials", 401, "Handle or password is wrong"),
    REFRESH_TOKEN_REUSED("refresh-token-reused", 401, "The refresh token was used before"),
    REFRESH_TOKEN_ENDED("refresh-token-ended", 401, "The refresh token is not valid any more");

    private final String slug;
    private final int status;
    private final String title;

    TokenProblem(String slug, int status, String title) {
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
