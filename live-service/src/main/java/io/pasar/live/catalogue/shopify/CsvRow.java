package io.pasar.live.catalogue.shopify;

import java.util.List;

/// One record of the file.
///
/// @param line where it starts, counted from 1; a record with line breaks in quotes takes several
record CsvRow(long line, List<String> cells) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
