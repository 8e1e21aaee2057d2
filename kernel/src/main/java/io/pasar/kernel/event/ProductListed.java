package io.pasar.kernel.event;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// A product was added to a catalogue or changed its title or price.
///
/// @param priceFrom the lowest price of its variants
public record ProductListed(
        ProductId product,
        MemberId seller,
        String title,
        @Nullable Money priceFrom) implements DomainEvent {

    public static final String TYPE = "pasar.live.product.listed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return product.toString();
    }
}
