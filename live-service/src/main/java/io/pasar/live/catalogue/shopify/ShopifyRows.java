package io.pasar.live.catalogue.shopify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The rows below the header.
final class ShopifyRows implements Closeable {

    private final CsvRows rows;
    private final ShopifyHeader header;

    /// @throws io.pasar.platform.problem.Problem one of [CsvProblem] if the header row cannot be used
    ShopifyRows(InputStream file) {
        this.rows = new CsvRows(file);
        this.header = ShopifyHeader.of(rows.next()
                .orElseThrow(() -> CsvProblem.NO_PRODUCTS.because("The file is empty."))
                .cells());
    }

    /// The next row; empty at the end of the file.
    Optional<ShopifyRow> next() {
        return rows.next().map(row -> new ShopifyRow(header, row));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
