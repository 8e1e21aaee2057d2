package io.pasar.live.catalogue.shopify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One record read by the names of its columns.
record ShopifyRow(ShopifyHeader header, CsvRow row) {

    long line() {
        return row.line();
    }

    /// Whether it has as many cells as the header.
    boolean isWhole() {
        return width() == header.width();
    }

    /// How many cells it has.
    int width() {
        return row.cells().size();
    }

    /// What tells products apart: the handle in lower case, as Shopify itself keeps it.
    String handle() {
        return text(ShopifyColumn.HANDLE).toLowerCase(Locale.ROOT);
    }

    /// The cell without white space around; empty if the file has no such column.
    String text(ShopifyColumn column) {
        return raw(column).strip();
    }

    /// The cell as it is; empty if the file, or this row, has no such column.
    String raw(ShopifyColumn column) {
        List<String> cells = row.cells();
        int position = header.positions().getOrDefault(column, Integer.MAX_VALUE);
        return position < cells.size() ? cells.get(position) : "";
    }

    boolean has(ShopifyColumn column) {
        return !text(column).isEmpty();
    }

    /// Whether it describes a variant; rows after the first one may carry a picture only.
    boolean hasVariant() {
        return Stream.concat(
                        ShopifyColumn.OPTION_VALUES.stream(),
                        Stream.of(ShopifyColumn.PRICE, ShopifyColumn.SKU, ShopifyColumn.STOCK))
                .anyMatch(this::has);
    }
}
