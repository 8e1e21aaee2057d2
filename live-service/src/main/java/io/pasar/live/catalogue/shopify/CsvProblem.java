package io.pasar.live.catalogue.shopify;

import io.pasar.platform.problem.ProblemCode;

/// Why a catalogue file is refused as a whole. Nothing of such a file is imported.
public enum CsvProblem implements ProblemCode {
    NOT_UTF8("csv-not-utf8", 400, "The file is not UTF-8 text"),
    BAD_HEADER("csv-header", 400, "The header row is not that of a product CSV"),
    BAD_SYNTAX("csv-syntax", 400, "The file is not well-formed CSV"),
    NO_PRODUCTS("csv-empty", 400, "The file has no products"),
    TOO_MANY_ROWS("csv-too-many-rows", 413, "The file has too many rows");

    private final String slug;
    private final int status;
    private final String title;

    CsvProblem(String slug, int status, String title) {
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
