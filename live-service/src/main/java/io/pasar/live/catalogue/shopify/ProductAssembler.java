package io.pasar.live.catalogue.shopify;

import io.pasar.live.catalogue.CatalogueRules;
import io.pasar.live.catalogue.ProductDraft;
import io.pasar.live.catalogue.ProductImage;
import io.pasar.live.catalogue.VariantDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the rows of one handle together. The first row carries the product and its first variant; each further
/// row carries a variant, a picture, or both. Keeps no more than a product may have variants and pictures,
/// however many rows the file has.
final class ProductAssembler {

    private final ShopifyRow first;
    private final RowErrors errors;
    private final CellReader cells;
    private final OptionReader options;
    private final List<PlacedVariant> variants = new ArrayList<>();
    private final List<PlacedImage> images = new ArrayList<>();
    private boolean torn;

    private record PlacedVariant(long line, VariantDraft draft) {}

    private record PlacedImage(long line, long position, ProductImage image) {}

    /// @param currency of every price
    ProductAssembler(ShopifyRow first, String currency) {
        this.first = first;
        this.errors = new RowErrors(first.header(), first.text(ShopifyColumn.HANDLE));
        this.cells = new CellReader(currency, errors);
        this.options = OptionReader.of(first, cells);
        add(first);
    }

    /// Whether the row continues this product.
    boolean takes(ShopifyRow row) {
        return row.handle().equals(first.handle());
    }

    void add(ShopifyRow row) {
        if (!row.isWhole()) {
            torn = true;
            errors.add(
                    row.line(),
                    ShopifyColumn.HANDLE,
                    "starts a row of " + row.width() + " cells, not "
                            + row.header().width());
            return;
        }
        boolean leading = row.line() == first.line();
        if (!leading) {
            checkSameProduct(row);
        }
        if (leading || row.hasVariant()) {
            addVariant(row);
        }
        if (row.has(ShopifyColumn.IMAGE_SRC)) {
            addImage(row);
        }
    }

    /// The product, or why it is none.
    ///
    /// @param repeated whether the handle also appears apart from these rows
    ImportOutcome outcome(boolean repeated) {
        if (repeated) {
            errors.add(first.line(), ShopifyColumn.HANDLE, "is in two places; put all rows of a product together");
        }
        if (torn) {
            return new ImportOutcome.Refused(errors.list());
        }
        return decide();
    }

    private ImportOutcome decide() {
        images.sort(Comparator.comparingLong(PlacedImage::position));
        ProductDraft draft = draft();
        Placement placement = new Placement(
                first.line(),
                variants.stream().map(PlacedVariant::line).toList(),
                images.stream().map(PlacedImage::line).toList());
        CatalogueRules.objections(draft).forEach(objection -> placement.note(objection, errors));
        return errors.isEmpty() ? new ImportOutcome.Accepted(draft) : new ImportOutcome.Refused(errors.list());
    }

    private ProductDraft draft() {
        return new ProductDraft(
                first.handle(),
                cells.text(first, ShopifyColumn.TITLE),
                cells.text(first, ShopifyColumn.BODY),
                cells.text(first, ShopifyColumn.VENDOR),
                cells.text(first, ShopifyColumn.TYPE),
                cells.tags(first),
                images.stream().map(PlacedImage::image).toList(),
                cells.status(first),
                variants.stream().map(PlacedVariant::draft).toList());
    }

    private void checkSameProduct(ShopifyRow row) {
        if (row.has(ShopifyColumn.TITLE) && !row.text(ShopifyColumn.TITLE).equals(first.text(ShopifyColumn.TITLE))) {
            errors.add(
                    row.line(), ShopifyColumn.HANDLE, "is already the handle of the product on line " + first.line());
        }
        options.checkNames(row);
    }

    private void addVariant(ShopifyRow row) {
        VariantDraft variant = new VariantDraft(
                cells.text(row, ShopifyColumn.SKU),
                options.options(row),
                cells.price(row),
                cells.number(row, ShopifyColumn.STOCK));
        if (variants.size() <= CatalogueRules.VARIANTS_MAX) {
            variants.add(new PlacedVariant(row.line(), variant));
        }
    }

    private void addImage(ShopifyRow row) {
        Long position = cells.number(row, ShopifyColumn.IMAGE_POSITION);
        ProductImage image =
                new ProductImage(row.text(ShopifyColumn.IMAGE_SRC), cells.text(row, ShopifyColumn.IMAGE_ALT));
        boolean known = images.stream().anyMatch(placed -> placed.image().src().equals(image.src()));
        if (!known && images.size() <= CatalogueRules.IMAGES_MAX) {
            images.add(new PlacedImage(row.line(), position == null ? Long.MAX_VALUE : position, image));
        }
    }
}
