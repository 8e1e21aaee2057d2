package io.pasar.live.catalogue;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of this feature.
enum CatalogueProblem implements ProblemCode {
    /// It is a draft or archived, so only its owner sees it.
    PRODUCT_NOT_ACTIVE("product-not-active", "The product is not public");

    private static final int CONFLICT = 409;

    private final String slug;
    private final String title;

    CatalogueProblem(String slug, String title) {
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
