package io.pasar.community.member;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of `member`.
enum MemberProblem implements ProblemCode {
    HANDLE_TAKEN("handle-taken", 409, "The handle is taken");

    private final String slug;
    private final int status;
    private final String title;

    MemberProblem(String slug, int status, String title) {
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
