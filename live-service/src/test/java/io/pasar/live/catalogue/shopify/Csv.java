package io.pasar.live.catalogue.shopify;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files for tests, written line by line.
final class Csv {

    static final String HEADER = "Handle,Title,Body (HTML),Vendor,Tags,Published,Status,Option1 Name,Option1 Value,"
            + "Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Image Position";

    private Csv() {}

    static InputStream resource(String name) {
        InputStream stream = Csv.class.getResourceAsStream("/live/catalogues/" + name);
        if (stream == null) {
            throw new IllegalArgumentException(name);
        }
        return stream;
    }

    static InputStream of(String... lines) {
        return text(String.join("\n", lines));
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads products with the header above, in euros.
    static List<ImportOutcome> products(String... rows) {
        String text = HEADER + "\n" + String.join("\n", rows) + "\n";
        return products(text(text), text(text), "EUR");
    }

    static List<ImportOutcome> products(InputStream toSurvey, InputStream toRead, String currency) {
        FileSurvey survey = FileSurvey.of(toSurvey);
        ShopifyFile file = new ShopifyFile(toRead, currency, survey.repeated());
        List<ImportOutcome> outcomes = new ArrayList<>();
        for (Optional<ImportOutcome> next = file.next(); next.isPresent(); next = file.next()) {
            outcomes.add(next.get());
        }
        return outcomes;
    }
}
