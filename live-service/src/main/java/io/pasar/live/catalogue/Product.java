package io.pasar.live.catalogue;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A product of a seller's catalogue as it is stored.
///
/// @param owner the member who listed it
/// @param handle the name a catalogue file knows it by, unique per owner; null if it did not come from a file
/// @param description sanitised HTML and its plain text
/// @param vendor who makes it; may be empty
/// @param type what kind of thing it is, in the seller's words; may be empty
/// @param variants 1 to 100, in the seller's order, all prices in one currency
/// @param soldCount units of paid orders minus units of wholly refunded ones
public record Product(
        ProductId id,
        MemberId owner,
        @Nullable String handle,
        String title,
        Description description,
        String vendor,
        String type,
        List<String> tags,
        List<ProductImage> images,
        ProductStatus status,
        List<Variant> variants,
        long soldCount,
        Instant createdAt,
        Instant updatedAt) {

    public Product {
        tags = List.copyOf(tags);
        images = List.copyOf(images);
        variants = List.copyOf(variants);
    }

    /// A product as its draft says, never seen before in this form: new variants, nothing sold.
    ///
    /// @param draft free of objections
    static Product of(ProductDraft draft, ProductId id, MemberId owner, IdGenerator ids, Instant now) {
        return new Product(
                id,
                owner,
                draft.handle(),
                draft.title(),
                Description.of(draft.description()),
                draft.vendor(),
                draft.type(),
                draft.tags(),
                draft.images(),
                draft.status(),
                draft.variants().stream()
                        .map(variant -> Variant.of(variant, new SkuId(ids.next())))
                        .toList(),
                0,
                now,
                now);
    }

    /// The same product under the id it already has.
    Product withId(ProductId known) {
        return new Product(
                known,
                owner,
                handle,
                title,
                description,
                vendor,
                type,
                tags,
                images,
                status,
                variants,
                soldCount,
                createdAt,
                updatedAt);
    }

    /// The lowest price of its variants, if any has one.
    public Optional<Money> priceFrom() {
        return variants.stream()
                .map(Variant::price)
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(Money::minor));
    }

    /// The option names in the seller's order, at most 3; empty for a product with one plain variant.
    public List<String> optionNames() {
        return List.copyOf(variants.getFirst().options().sequencedKeySet());
    }

    /// Whether this member may read it.
    public boolean isVisibleTo(Optional<MemberId> reader) {
        return status == ProductStatus.ACTIVE || reader.filter(owner::equals).isPresent();
    }
}
