package io.pasar.live.catalogue.shopify;

import io.pasar.platform.problem.InputError;
import java.util.List;

/// Where the parts of a draft came from: finds the line and column of an objection's pointer.
///
/// @param firstLine of the product
/// @param variantLines one for each variant of the draft
/// @param imageLines one for each image of the draft
record Placement(long firstLine, List<Long> variantLines, List<Long> imageLines) {

    /// Notes the objection under its line and column.
    void note(InputError objection, RowErrors errors) {
        String[] steps = objection.pointer().split("/", -1);
        errors.add(line(steps), column(steps), objection.detail());
    }

    private long line(String[] steps) {
        return switch (steps[1]) {
            case "variants" -> line(steps, variantLines);
            case "images" -> line(steps, imageLines);
            default -> firstLine;
        };
    }

    private long line(String[] steps, List<Long> lines) {
        return steps.length < 3 ? firstLine : lines.get(Integer.parseInt(steps[2]));
    }

    private static ShopifyColumn column(String[] steps) {
        return switch (steps[1]) {
            case "title" -> ShopifyColumn.TITLE;
            case "description" -> ShopifyColumn.BODY;
            case "vendor" -> ShopifyColumn.VENDOR;
            case "type" -> ShopifyColumn.TYPE;
            case "tags" -> ShopifyColumn.TAGS;
            case "images" -> ShopifyColumn.IMAGE_SRC;
            case "variants" -> variantColumn(steps);
            default -> ShopifyColumn.HANDLE;
        };
    }

    private static ShopifyColumn variantColumn(String[] steps) {
        return switch (steps.length < 4 ? "" : steps[3]) {
            case "sku" -> ShopifyColumn.SKU;
            case "price" -> ShopifyColumn.PRICE;
            case "stock" -> ShopifyColumn.STOCK;
            case "options" -> ShopifyColumn.OPTION1_VALUE;
            default -> ShopifyColumn.HANDLE;
        };
    }
}
