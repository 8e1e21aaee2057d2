package io.pasar.content.copy;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of copy.
enum CopyProblem implements ProblemCode {
    UNSUPPORTED_LOCALE("unsupported-locale", 400, "No copy in this language"),
    COPY_REFUSED("copy-refused", 422, "No text passed the checks"),
    MODEL_UNAVAILABLE("model-unavailable", 503, "The model does not answer");

    private final String slug;
    private final int status;
    private final String title;

    CopyProblem(String slug, int status, String title) {
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
