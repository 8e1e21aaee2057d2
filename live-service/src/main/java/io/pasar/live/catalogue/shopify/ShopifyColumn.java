package io.pasar.live.catalogue.shopify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns that are read, each under its names of the old and the new export. All others are skipped.
enum ShopifyColumn {
    HANDLE("Handle", "URL handle"),
    TITLE("Title"),
    BODY("Body (HTML)", "Description"),
    VENDOR("Vendor"),
    TYPE("Type", "Custom Product Type"),
    TAGS("Tags"),
    PUBLISHED("Published", "Published on online store"),
    STATUS("Status"),
    OPTION1_NAME("Option1 Name"),
    OPTION1_VALUE("Option1 Value"),
    OPTION2_NAME("Option2 Name"),
    OPTION2_VALUE("Option2 Value"),
    OPTION3_NAME("Option3 Name"),
    OPTION3_VALUE("Option3 Value"),
    SKU("Variant SKU", "SKU"),
    STOCK("Variant Inventory Qty", "Inventory quantity"),
    PRICE("Variant Price", "Price"),
    IMAGE_SRC("Image Src", "Product image URL"),
    IMAGE_POSITION("Image Position"),
    IMAGE_ALT("Image Alt Text");

    /// A file without one of these is no product CSV.
    static final List<ShopifyColumn> REQUIRED = List.of(HANDLE, TITLE, PRICE);

    /// Names and values of the three options, in order.
    static final List<ShopifyColumn> OPTION_NAMES = List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);

    static final List<ShopifyColumn> OPTION_VALUES = List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);

    private final String oldName;
    private final String newName;

    ShopifyColumn(String name) {
        this(name, name);
    }

    ShopifyColumn(String oldName, String newName) {
        this.oldName = oldName;
        this.newName = newName;
    }

    /// The name of the old export, known to everyone.
    String title() {
        return oldName;
    }

    /// Its names as one reads them aloud: `Handle or URL handle`.
    String anyName() {
        return oldName.equals(newName) ? oldName : oldName + " or " + newName;
    }

    /// The column of this name, in whatever case.
    static Optional<ShopifyColumn> named(String name) {
        return Stream.of(values())
                .filter(column -> name.equalsIgnoreCase(column.oldName) || name.equalsIgnoreCase(column.newName))
                .findFirst();
    }

    /// How header names are compared.
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
