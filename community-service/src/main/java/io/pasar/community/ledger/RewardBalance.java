package io.pasar.community.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The answer of `GET /v1/rewards/balance`: points always, currencies where there were any.
record RewardBalance(List<UnitBalance> balances) {

    /// What a member has of one unit, as decimal text.
    record UnitBalance(String unit, String available, String pending) {}

    /// The balance of one unit in its smallest part.
    record Amounts(RewardUnit unit, long available, long pending) {

        private UnitBalance view() {
            return new UnitBalance(unit.code(), unit.text(available), unit.text(pending));
        }
    }

    static RewardBalance of(List<Amounts> found) {
        boolean points = found.stream().anyMatch(amounts -> amounts.unit().equals(RewardUnit.POINTS));
        Stream<Amounts> none = points ? Stream.of() : Stream.of(new Amounts(RewardUnit.POINTS, 0, 0));
        return new RewardBalance(Stream.concat(none, found.stream())
                .sorted(Comparator.comparing(Amounts::unit))
                .map(Amounts::view)
                .toList());
    }
}
