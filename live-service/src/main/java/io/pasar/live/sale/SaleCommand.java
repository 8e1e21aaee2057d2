package io.pasar.live.sale;

import io.pasar.kernel.id.SaleId;
import jakarta.validation.constraints.NotNull;

/// The data of commands on one sale.
record SaleCommand(@NotNull SaleId saleId) {}
