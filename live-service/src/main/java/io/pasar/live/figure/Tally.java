package io.pasar.live.figure;

import io.pasar.kernel.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A sum of figures.
final class Tally {

    private long chats;
    private long reservations;
    private long orders;
    private long units;
    private final SortedMap<String, Money> revenue = new TreeMap<>();

    void add(Figure figure) {
        switch (figure) {
            case Figure.Chats said -> chats += said.count();
            case Figure.Reservations held -> reservations += held.count();
            case Figure.Orders paid -> add(paid);
        }
    }

    private void add(Figure.Orders paid) {
        orders += paid.orders();
        units += paid.units();
        revenue.merge(paid.revenue().currencyCode(), paid.revenue(), Money::plus);
    }

    long chats() {
        return chats;
    }

    long reservations() {
        return reservations;
    }

    long orders() {
        return orders;
    }

    long units() {
        return units;
    }

    /// One amount a currency, in the order of their codes.
    List<Money> revenue() {
        return List.copyOf(revenue.values());
    }
}
