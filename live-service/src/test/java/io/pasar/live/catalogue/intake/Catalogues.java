package io.pasar.live.catalogue.intake;

import io.pasar.live.catalogue.ProductDraft;
import io.pasar.live.catalogue.ProductStatus;
import io.pasar.live.catalogue.VariantDraft;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/// Made-up catalogue files.
final class Catalogues {

    private Catalogues() {}

    /// So many products, each with so many variants of one option; a row each.
    static byte[] of(int products, int variants) {
        StringBuilder csv = new StringBuilder("Handle,Title,Body (HTML),Vendor,Tags,Option1 Name,Option1 Value,"
                + "Variant SKU,Variant Inventory Qty,Variant Price,Image Src\n");
        for (int product = 0; product < products; product++) {
            for (int variant = 0; variant < variants; variant++) {
                csv.append("product-").append(product).append(',');
                csv.append(
                        variant == 0
                                ? "Product " + product + ",\"<p>Good,\nand <b>cheap</b></p>\",ACME,\"a, b\",Size,"
                                : ",,,,,");
                csv.append(variant).append(",SKU-").append(variant).append(",5,19.90,https://a.example/1.jpg\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// One product as a file may have it.
    static ProductDraft draft() {
        VariantDraft only = new VariantDraft(null, new LinkedHashMap<>(), null, null);
        return new ProductDraft("a", "A", "", "", "", List.of(), List.of(), ProductStatus.ACTIVE, List.of(only));
    }
}
