package io.pasar.community.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pasar.community.ledger.RewardBalance.Amounts;
import io.pasar.community.ledger.RewardBalance.UnitBalance;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Balances as the public interface shows them.
class RewardBalanceTest {

    @Test
    void showsPointsToWhoeverHasNothing() {
        assertThat(RewardBalance.of(List.of()).balances()).containsExactly(new UnitBalance("points", "0", "0"));
    }

    @Test
    void showsPointsFirstAndMoneyWithItsDecimals() {
        List<Amounts> found = List.of(
                new Amounts(new RewardUnit("KWD"), 1250, 0),
                new Amounts(new RewardUnit("EUR"), 5, 199),
                new Amounts(RewardUnit.POINTS, 120, 50),
                new Amounts(new RewardUnit("JPY"), 500, 0));
        assertThat(RewardBalance.of(found).balances())
                .containsExactly(
                        new UnitBalance("points", "120", "50"),
                        new UnitBalance("EUR", "0.05", "1.99"),
                        new UnitBalance("JPY", "500", "0"),
                        new UnitBalance("KWD", "1.250", "0.000"));
    }

    @Test
    void knowsNoOtherUnits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RewardUnit("miles"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RewardUnit("XXX"));
    }
}
