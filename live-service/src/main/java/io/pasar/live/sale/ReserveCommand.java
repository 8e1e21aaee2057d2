package io.pasar.live.sale;

import io.pasar.kernel.id.SaleId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// The data of `sale.reserve`.
record ReserveCommand(
        @NotNull SaleId saleId, @NotNull @Min(1) @Max(1000) Long quantity) {}
