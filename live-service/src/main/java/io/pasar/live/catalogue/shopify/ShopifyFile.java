package io.pasar.live.catalogue.shopify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/// The products of a file, one at a time, in the file's order. The same bytes always give the same products, so
/// an import that was cut off goes on by counting.
public final class ShopifyFile implements Closeable {

    private final ShopifyRows rows;
    private final String currency;
    private final Set<String> repeated;
    private Optional<ShopifyRow> ahead;

    /// @param currency ISO 4217 code of every price: the file names none
    /// @param repeated handles whose rows are not all in one place, from [FileSurvey#repeated()]
    public ShopifyFile(InputStream file, String currency, Set<String> repeated) {
        this.rows = new ShopifyRows(file);
        this.currency = currency;
        this.repeated = Set.copyOf(repeated);
        this.ahead = rows.next();
    }

    /// What the next product is; empty at the end of the file.
    public Optional<ImportOutcome> next() {
        return ahead.map(this::assemble);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private ImportOutcome assemble(ShopifyRow first) {
        ProductAssembler product = new ProductAssembler(first, currency);
        ahead = rows.next();
        while (ahead.filter(product::takes).isPresent()) {
            product.add(ahead.get());
            ahead = rows.next();
        }
        return product.outcome(repeated.contains(first.handle()));
    }
}
