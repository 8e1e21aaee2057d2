package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sale as the world sees it.
///
/// @param version rises with every change; of two views the one with the higher version is the newer
public record SaleView(
        SaleId id,
        RoomId roomId,
        MemberId sellerId,
        ProductId productId,
        SkuId skuId,
        String title,
        String variantTitle,
        Money price,
        SaleState state,
        int total,
        int available,
        int held,
        int sold,
        int perMember,
        int holdSeconds,
        Instant opensAt,
        @Nullable Instant closesAt,
        long version) {

    static SaleView of(Sale sale) {
        return new SaleView(
                sale.id(),
                sale.room(),
                sale.seller(),
                sale.article().product(),
                sale.article().sku(),
                sale.article().title(),
                sale.article().variantTitle(),
                sale.price(),
                sale.state(),
                sale.stock().total(),
                sale.stock().available(),
                sale.stock().held(),
                sale.stock().sold(),
                sale.perMember(),
                sale.holdSeconds(),
                sale.opensAt(),
                sale.closesAt(),
                sale.version());
    }
}
