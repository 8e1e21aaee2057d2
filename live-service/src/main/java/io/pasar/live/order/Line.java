package io.pasar.live.order;

import io.pasar.kernel.money.Money;
import io.pasar.live.sale.Article;

/// What is bought.
///
/// @param price of one unit
/// @param quantity 1 to 1,000
record Line(Article article, Money price, int quantity) {

    Money total() {
        return price.times(quantity);
    }
}
