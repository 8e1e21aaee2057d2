package io.pasar.live.catalogue;

import io.pasar.kernel.money.Money;
import io.pasar.platform.problem.InputError;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/products`. Only the title is required.
///
/// @param price of every variant that names none
/// @param variants what it is sold as; none given makes one
public record ListProductRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable Money price,
        @Nullable String vendor,
        @Nullable String type,
        @Nullable List<@NotNull String> tags,
        @Nullable List<@NotNull ImageRequest> images,
        @Nullable List<@NotNull VariantRequest> variants) {

    /// A picture; `alt` may be left out.
    public record ImageRequest(
            @Nullable String src, @Nullable String alt) {
        private ProductImage image() {
            return new ProductImage(text(src), text(alt));
        }
    }

    /// A variant.
    ///
    /// @param options option name to value, in the order they are to be shown
    public record VariantRequest(
            @Nullable String sku,
            @Nullable Map<String, @Nullable String> options,
            @Nullable Money price,
            @Nullable Long stock) {

        private VariantDraft draft(@Nullable Money fallback) {
            LinkedHashMap<String, String> texts = new LinkedHashMap<>();
            if (options != null) {
                options.forEach((name, value) -> texts.put(name, text(value)));
            }
            return new VariantDraft(sku, texts, price == null ? fallback : price, stock);
        }
    }

    /// What is listed; every null became what it stands for.
    ProductDraft draft() {
        return new ProductDraft(
                null,
                text(title),
                text(description),
                text(vendor),
                text(type),
                given(tags),
                given(images).stream().map(ImageRequest::image).toList(),
                ProductStatus.ACTIVE,
                variantDrafts());
    }

    /// Everything that is wrong with it, with pointers into this body.
    List<InputError> objections() {
        if (price != null && price.isNegative()) {
            return List.of(new InputError("/price", "must be 0 or more"));
        }
        return CatalogueRules.objections(draft());
    }

    private List<VariantDraft> variantDrafts() {
        return given(variants).isEmpty()
                ? List.of(VariantDraft.only(price))
                : given(variants).stream().map(variant -> variant.draft(price)).toList();
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
