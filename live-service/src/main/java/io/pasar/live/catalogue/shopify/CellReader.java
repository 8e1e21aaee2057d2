package io.pasar.live.catalogue.shopify;

import io.pasar.kernel.money.Money;
import io.pasar.live.catalogue.ProductStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns cells into values, noting what cannot be one.
///
/// @param currency of every price: the file names none
record CellReader(String currency, RowErrors errors) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    /// The text of a cell; one that a spreadsheet would run is noted.
    String text(ShopifyRow row, ShopifyColumn column) {
        String cell = row.raw(column);
        if (FormulaRules.isFormula(cell)) {
            errors.add(
                    row.line(), column, "must not start with =, +, -, @ or a tab: spreadsheets run that as a formula");
        }
        return cell.strip();
    }

    /// The price; null if the cell is empty or no price.
    @Nullable
    Money price(ShopifyRow row) {
        String text = row.text(ShopifyColumn.PRICE);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Money.of(text, currency);
        } catch (IllegalArgumentException objection) {
            errors.add(row.line(), ShopifyColumn.PRICE, String.valueOf(objection.getMessage()));
            return null;
        }
    }

    /// A whole number; null if the cell is empty or no whole number.
    @Nullable
    Long number(ShopifyRow row, ShopifyColumn column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            errors.add(row.line(), column, "must be a whole number");
            return null;
        }
        return Long.valueOf(text);
    }

    /// `Status` decides; where it is missing, or says active, an unpublished product is a draft.
    ProductStatus status(ShopifyRow row) {
        boolean published = isPublished(row);
        return switch (row.text(ShopifyColumn.STATUS).toLowerCase(Locale.ROOT)) {
            case "", "active" -> published ? ProductStatus.ACTIVE : ProductStatus.DRAFT;
            case "draft" -> ProductStatus.DRAFT;
            case "archived" -> ProductStatus.ARCHIVED;
            default -> {
                errors.add(row.line(), ShopifyColumn.STATUS, "must be active, draft or archived");
                yield ProductStatus.DRAFT;
            }
        };
    }

    /// Tags are separated by commas.
    List<String> tags(ShopifyRow row) {
        return Stream.of(text(row, ShopifyColumn.TAGS).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private boolean isPublished(ShopifyRow row) {
        return switch (row.text(ShopifyColumn.PUBLISHED).toLowerCase(Locale.ROOT)) {
            case "", "true" -> true;
            case "false" -> false;
            default -> {
                errors.add(row.line(), ShopifyColumn.PUBLISHED, "must be true or false");
                yield false;
            }
        };
    }
}
