package io.pasar.live.sale;

import io.pasar.kernel.id.SaleId;

/// The data of the passing event `stock` and of the kept event `sale.soldOut`.
record StockView(SaleId saleId, SaleState state, int total, int available, int held, int sold, long version) {

    static StockView of(Sale sale) {
        Stock stock = sale.stock();
        return new StockView(
                sale.id(), sale.state(), stock.total(), stock.available(), stock.held(), stock.sold(), sale.version());
    }
}
