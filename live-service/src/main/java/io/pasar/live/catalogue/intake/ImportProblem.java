package io.pasar.live.catalogue.intake;

import io.pasar.platform.problem.ProblemCode;

/// Why an import is not taken although its file may be fine.
enum ImportProblem implements ProblemCode {
    TOO_MANY_IMPORTS("too-many-imports", 409, "Too many imports are waiting");

    private final String slug;
    private final int status;
    private final String title;

    ImportProblem(String slug, int status, String title) {
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
