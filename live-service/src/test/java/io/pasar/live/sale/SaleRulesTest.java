package io.pasar.live.sale;

import static io.pasar.live.sale.Sales.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.money.Money;
import io.pasar.platform.problem.InputError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SaleRulesTest {

    @Test
    void takesASaleThatOpensAtOnceAndNeverCloses() {
        assertThat(SaleRules.objections(terms(Money.of("0.01", "EUR"), null, null), NOON))
                .isEmpty();
    }

    @Test
    void refusesAPriceOfNothing() {
        assertThat(SaleRules.objections(terms(Money.of("0", "JPY"), null, null), NOON))
                .extracting(InputError::pointer)
                .containsExactly("/price/amount");
        assertThat(SaleRules.objections(terms(Money.of("-1", "JPY"), null, null), NOON))
                .isNotEmpty();
    }

    @Test
    void refusesAPriceWhoseOrderTotalWouldNotFit() {
        assertThat(SaleRules.objections(terms(Money.ofMinor(Long.MAX_VALUE / 9, "CLF"), null, null), NOON))
                .extracting(InputError::pointer)
                .containsExactly("/price/amount");
    }

    @Test
    void refusesToCloseBeforeOpening() {
        Instant later = NOON.plusSeconds(60);
        assertThat(pointers(later, NOON.plusSeconds(30))).containsExactly("/closesAt");
        assertThat(pointers(null, NOON)).containsExactly("/closesAt");
        assertThat(pointers(later, later.plusMillis(1))).isEmpty();
    }

    @Test
    void takesAPastOpeningAsNow() {
        assertThat(pointers(NOON.minusSeconds(5), NOON.minusSeconds(1))).containsExactly("/closesAt");
        assertThat(pointers(NOON.minusSeconds(5), NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void refusesTimesBeyondAYear() {
        Instant far = NOON.plus(Duration.ofDays(367));
        assertThat(pointers(far, null)).containsExactly("/opensAt");
        assertThat(pointers(null, far)).containsExactly("/closesAt");
    }

    @Test
    void showsAnOpenSaleWithNothingLeftAsSoldOut() {
        assertThat(Sales.open(new Stock(3, 0, 1, 2)).state()).isEqualTo(SaleState.SOLD_OUT);
        assertThat(Sales.open(new Stock(3, 1, 0, 2)).state()).isEqualTo(SaleState.OPEN);
        assertThat(Sales.sale(SalePhase.CLOSED, new Stock(3, 0, 1, 2), null).state())
                .isEqualTo(SaleState.CLOSED);
    }

    private static Iterable<String> pointers(@Nullable Instant opensAt, @Nullable Instant closesAt) {
        return SaleRules.objections(terms(Money.of("1", "EUR"), opensAt, closesAt), NOON).stream()
                .map(InputError::pointer)
                .toList();
    }

    private static SaleTerms terms(Money price, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new SaleTerms(price, 10, 10, 120, opensAt, closesAt);
    }
}
