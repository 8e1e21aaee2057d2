package io.pasar.live.catalogue.shopify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads a row's options. Only a product's first row names them; each row gives its values.
///
/// @param names of the product's options, in order; an empty one is no option
record OptionReader(List<String> names, CellReader cells) {

    private static final String DEFAULT_OPTION = "Title";
    private static final String DEFAULT_VALUE = "Default Title";

    static OptionReader of(ShopifyRow first, CellReader cells) {
        return new OptionReader(
                ShopifyColumn.OPTION_NAMES.stream()
                        .map(column -> cells.text(first, column))
                        .toList(),
                cells);
    }

    /// Notes option names of a further row that are not the product's.
    void checkNames(ShopifyRow row) {
        for (int i = 0; i < names.size(); i++) {
            ShopifyColumn column = ShopifyColumn.OPTION_NAMES.get(i);
            if (row.has(column) && !row.text(column).equals(names.get(i))) {
                cells.errors().add(row.line(), column, "must be empty or the same on all rows of a product");
            }
        }
    }

    /// Option name to value; empty for Shopify's `Title: Default Title`, its way of writing that there are none.
    SequencedMap<String, String> options(ShopifyRow row) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            put(row, i, options);
        }
        boolean plain = options.size() == 1 && DEFAULT_VALUE.equals(options.get(DEFAULT_OPTION));
        return plain ? new LinkedHashMap<>() : options;
    }

    private void put(ShopifyRow row, int index, SequencedMap<String, String> options) {
        ShopifyColumn column = ShopifyColumn.OPTION_VALUES.get(index);
        String name = names.get(index);
        String value = cells.text(row, column);
        if (name.isEmpty() && value.isEmpty()) {
            return;
        }
        if (name.isEmpty()) {
            cells.errors().add(row.line(), column, "has no option name on the product's first row");
        } else if (value.isEmpty()) {
            cells.errors().add(row.line(), column, "must not be empty, since the product has this option");
        } else if (options.put(name, value) != null) {
            cells.errors().add(row.line(), column, "belongs to an option name the product has twice");
        }
    }
}
