package io.pasar.live.catalogue.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What a first reading of a whole file tells: that it can be read to its end, how many products it has and
/// whose handles it repeats.
///
/// @param products runs of rows with one handle
/// @param repeated handles that have more than one run
public record FileSurvey(int products, Set<String> repeated) {

    public FileSurvey {
        repeated = Set.copyOf(repeated);
    }

    /// Reads to the end.
    ///
    /// @throws io.pasar.platform.problem.Problem one of [CsvProblem] if the file must be refused
    public static FileSurvey of(InputStream file) {
        try (ShopifyRows rows = new ShopifyRows(file)) {
            FileSurvey survey = count(rows);
            if (survey.products() == 0) {
                throw CsvProblem.NO_PRODUCTS.because("There is no product below the header row.");
            }
            return survey;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileSurvey count(ShopifyRows rows) {
        Set<String> handles = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        int products = 0;
        String current = null;
        for (Optional<ShopifyRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            String handle = row.get().handle();
            if (handle.equals(current)) {
                continue;
            }
            current = handle;
            products++;
            if (!handle.isEmpty() && !handles.add(handle)) {
                repeated.add(handle);
            }
        }
        return new FileSurvey(products, repeated);
    }
}
