package io.pasar.live.catalogue;

import io.pasar.kernel.money.Money;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a product may be. The bounds are Shopify's where Shopify has one, so that whatever it exports fits.
/// Lengths are in code points.
public final class CatalogueRules {

    /// Of titles, handles, vendors, types, tags, option names and article numbers.
    public static final int NAME_MAX = 255;

    /// Of descriptions, markup included.
    public static final int DESCRIPTION_MAX = 65_536;

    /// Of an option's value; three of them must fit into an index entry.
    public static final int OPTION_VALUE_MAX = 150;

    public static final int OPTIONS_MAX = 3;
    public static final int VARIANTS_MAX = 100;
    public static final int TAGS_MAX = 250;
    public static final int IMAGES_MAX = 250;
    public static final int IMAGE_ADDRESS_MAX = 2_048;
    public static final long STOCK_MAX = 1_000_000_000L;

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"<>\\\\]+");

    /// On the site that shows the product: plain segments only, so that nothing leads elsewhere or upwards.
    private static final Pattern SAME_SITE = Pattern.compile("(?:/[\\w~-][\\w.~-]*)+");

    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,254}");

    private CatalogueRules() {}

    /// Everything that is wrong with the draft, with JSON Pointers into its public form; empty if it may be
    /// listed.
    public static List<InputError> objections(ProductDraft draft) {
        List<InputError> errors = new ArrayList<>();
        checkNames(draft, errors);
        check(errors, "/description", TextRules.objection(draft.description(), DESCRIPTION_MAX, true));
        checkTags(draft.tags(), errors);
        checkImages(draft.images(), errors);
        checkVariants(draft.variants(), errors);
        return List.copyOf(errors);
    }

    private static void checkNames(ProductDraft draft, List<InputError> errors) {
        if (draft.handle() != null && !HANDLE.matcher(draft.handle()).matches()) {
            errors.add(new InputError("/handle", "must be 1 to " + NAME_MAX + " letters, digits, - and _"));
        }
        check(errors, "/title", named(draft.title(), NAME_MAX));
        check(errors, "/vendor", line(draft.vendor()));
        check(errors, "/type", line(draft.type()));
    }

    private static void checkTags(List<String> tags, List<InputError> errors) {
        if (tags.size() > TAGS_MAX) {
            errors.add(new InputError("/tags", "must be at most " + TAGS_MAX));
        }
        for (int i = 0; i < Math.min(tags.size(), TAGS_MAX); i++) {
            check(errors, "/tags/" + i, named(tags.get(i), NAME_MAX));
        }
    }

    private static void checkImages(List<ProductImage> images, List<InputError> errors) {
        if (images.size() > IMAGES_MAX) {
            errors.add(new InputError("/images", "must be at most " + IMAGES_MAX));
        }
        for (int i = 0; i < Math.min(images.size(), IMAGES_MAX); i++) {
            check(errors, "/images/" + i + "/src", address(images.get(i).src()));
            check(
                    errors,
                    "/images/" + i + "/alt",
                    TextRules.objection(images.get(i).alt(), 2 * NAME_MAX, true));
        }
    }

    private static Optional<String> address(String src) {
        boolean address =
                WEB_ADDRESS.matcher(src).matches() || SAME_SITE.matcher(src).matches();
        if (src.length() > IMAGE_ADDRESS_MAX || !address) {
            return Optional.of("must be an https or http address, or a plain path such as /a/b.svg, of at most "
                    + IMAGE_ADDRESS_MAX + " characters");
        }
        return TextRules.objection(src, IMAGE_ADDRESS_MAX, false);
    }

    private static void checkVariants(List<VariantDraft> variants, List<InputError> errors) {
        if (variants.isEmpty() || variants.size() > VARIANTS_MAX) {
            errors.add(new InputError("/variants", "must be 1 to " + VARIANTS_MAX));
            return;
        }
        for (int i = 0; i < variants.size(); i++) {
            checkVariant(variants.get(i), "/variants/" + i, errors);
        }
        checkTogether(variants, errors);
    }

    private static void checkVariant(VariantDraft variant, String pointer, List<InputError> errors) {
        if (variant.sku() != null) {
            check(errors, pointer + "/sku", named(variant.sku(), NAME_MAX));
        }
        checkOptions(variant, pointer + "/options", errors);
        if (variant.price() != null && variant.price().isNegative()) {
            errors.add(new InputError(pointer + "/price", "must be 0 or more"));
        }
        Long stock = variant.stock();
        if (stock != null && (stock < 0 || stock > STOCK_MAX)) {
            errors.add(new InputError(pointer + "/stock", "must be 0 to " + STOCK_MAX));
        }
    }

    private static void checkOptions(VariantDraft variant, String pointer, List<InputError> errors) {
        if (variant.options().size() > OPTIONS_MAX) {
            errors.add(new InputError(pointer, "must be at most " + OPTIONS_MAX));
        }
        variant.options().forEach((name, value) -> {
            check(errors, pointer, named(name, NAME_MAX));
            check(errors, pointer, named(value, OPTION_VALUE_MAX));
        });
    }

    private static void checkTogether(List<VariantDraft> variants, List<InputError> errors) {
        Set<String> names = variants.getFirst().options().keySet();
        Set<List<String>> combinations = new HashSet<>();
        Set<String> skus = new HashSet<>();
        for (int i = 0; i < variants.size(); i++) {
            VariantDraft variant = variants.get(i);
            if (!variant.options().keySet().equals(names)) {
                errors.add(new InputError(
                        "/variants/" + i + "/options", "must have the same names as the first variant's"));
            } else if (!combinations.add(variant.combination(names))) {
                errors.add(
                        new InputError("/variants/" + i + "/options", "must differ from those of every other variant"));
            }
            if (variant.sku() != null && !skus.add(variant.sku())) {
                errors.add(new InputError("/variants/" + i + "/sku", "must differ from every other variant's"));
            }
        }
        checkOneCurrency(variants, errors);
    }

    private static void checkOneCurrency(List<VariantDraft> variants, List<InputError> errors) {
        long currencies = variants.stream()
                .map(VariantDraft::price)
                .filter(Objects::nonNull)
                .map(Money::currency)
                .distinct()
                .count();
        if (currencies > 1) {
            errors.add(new InputError("/variants", "must have all prices in one currency"));
        }
    }

    private static Optional<String> named(String text, int max) {
        return text.isBlank() ? Optional.of("must not be empty") : TextRules.objection(text, max, false);
    }

    private static Optional<String> line(String text) {
        return TextRules.objection(text, NAME_MAX, false);
    }

    private static void check(List<InputError> errors, String pointer, Optional<String> objection) {
        objection.ifPresent(detail -> errors.add(new InputError(pointer, detail)));
    }
}
