package io.pasar.live.sale;

import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/rooms/{id}/sales` and the data of `sale.open`. Fields it does not name are refused.
///
/// @param skuId the variant's id
/// @param perMember 10 if absent
/// @param holdSeconds 120 if absent
record OpenSaleRequest(
        @NotNull SkuId skuId,
        @NotNull Money price,
        @NotNull @Min(1) @Max(1_000_000) Long stock,
        @Nullable @Min(1) @Max(1000) Long perMember,
        @Nullable @Min(1) @Max(86_400) Long holdSeconds,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {

    static final int PER_MEMBER = 10;
    static final int HOLD_SECONDS = 120;

    SaleTerms terms() {
        return new SaleTerms(
                price,
                stock.intValue(),
                perMember == null ? PER_MEMBER : perMember.intValue(),
                holdSeconds == null ? HOLD_SECONDS : holdSeconds.intValue(),
                opensAt,
                closesAt);
    }
}
