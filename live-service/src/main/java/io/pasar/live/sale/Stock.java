package io.pasar.live.sale;

/// The units of a sale, each in exactly one place.
///
/// @param total what the host offers, 1 to 1,000,000
/// @param available free to reserve
/// @param held reserved and not yet paid
/// @param sold paid
public record Stock(int total, int available, int held, int sold) {

    public Stock {
        if (available < 0 || held < 0 || sold < 0 || available + held + sold != total) {
            throw new IllegalArgumentException(
                    "%d available, %d held and %d sold are not %d".formatted(available, held, sold, total));
        }
    }

    /// Stock nobody has touched.
    public static Stock of(int total) {
        return new Stock(total, total, 0, 0);
    }

    /// Whether nothing is left to reserve; units of holds that end come back.
    public boolean isGone() {
        return available == 0;
    }

    Stock hold(int quantity) {
        return new Stock(total, available - quantity, held + quantity, sold);
    }

    Stock giveBack(int quantity) {
        return new Stock(total, available + quantity, held - quantity, sold);
    }

    Stock sell(int quantity) {
        return new Stock(total, available, held - quantity, sold + quantity);
    }
}
