package io.pasar.live.catalogue.shopify;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one product's rows, the first ones only.
final class RowErrors {

    static final int ERRORS_MAX = 10;

    private static final int HANDLE_SHOWN_MAX = 255;

    private final ShopifyHeader header;
    private final String handle;
    private final List<ImportError> errors = new ArrayList<>();

    RowErrors(ShopifyHeader header, String handle) {
        this.header = header;
        this.handle = handle.substring(0, Math.min(handle.length(), HANDLE_SHOWN_MAX));
    }

    void add(long line, ShopifyColumn column, String detail) {
        ImportError error = new ImportError(line, handle, header.name(column), detail);
        if (errors.size() < ERRORS_MAX && !errors.contains(error)) {
            errors.add(error);
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<ImportError> list() {
        return List.copyOf(errors);
    }
}
