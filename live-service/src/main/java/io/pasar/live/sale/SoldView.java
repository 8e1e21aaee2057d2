package io.pasar.live.sale;

import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.SaleId;

/// The data of the passing event `sold`, the room's ticker: what was bought, never by whom.
record SoldView(SaleId saleId, ProductId productId, String title, int quantity) {}
