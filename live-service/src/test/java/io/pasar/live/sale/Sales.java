package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sales for tests.
final class Sales {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private Sales() {}

    /// An open sale of which one member may have two.
    static Sale open(Stock stock) {
        return sale(SalePhase.OPEN, stock, null);
    }

    static Sale sale(SalePhase phase, Stock stock, @Nullable Instant closesAt) {
        return new Sale(
                new SaleId(UUID.randomUUID()),
                new RoomId(UUID.randomUUID()),
                new MemberId(UUID.randomUUID()),
                new Article(new ProductId(UUID.randomUUID()), new SkuId(UUID.randomUUID()), "Kaos", "M / Blue"),
                Money.of("19.90", "EUR"),
                2,
                120,
                NOON.minusSeconds(60),
                closesAt,
                phase,
                stock,
                1);
    }
}
