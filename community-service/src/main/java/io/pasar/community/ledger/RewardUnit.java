package io.pasar.community.ledger;

import io.pasar.kernel.money.Money;

/// What a reward is counted in: `points`, or a currency in its minor unit.
///
/// @param code `points` or an ISO 4217 code
public record RewardUnit(String code) implements Comparable<RewardUnit> {

    /// Whole points; the same in every country.
    public static final RewardUnit POINTS = new RewardUnit("points");

    private static final String POINTS_CODE = "points";

    /// @throws IllegalArgumentException if it is neither `points` nor a currency
    public RewardUnit {
        if (!code.equals(POINTS_CODE)) {
            Money.ofMinor(0, code);
        }
    }

    /// Decimal text of so many of the smallest part: `120`, `-33`, `19.90`.
    public String text(long amount) {
        return code.equals(POINTS_CODE)
                ? Long.toString(amount)
                : Money.ofMinor(amount, code).amount();
    }

    /// Points first, then currencies by code.
    @Override
    public int compareTo(RewardUnit other) {
        boolean points = code.equals(POINTS_CODE);
        return points == other.code.equals(POINTS_CODE) ? code.compareTo(other.code) : points ? -1 : 1;
    }
}
