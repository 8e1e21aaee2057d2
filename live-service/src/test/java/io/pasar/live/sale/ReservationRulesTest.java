package io.pasar.live.sale;

import static io.pasar.live.sale.Sales.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.sale.ReserveRefusal.LimitReached;
import io.pasar.live.sale.ReserveRefusal.NotOpen;
import io.pasar.live.sale.ReserveRefusal.SoldOut;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReservationRulesTest {

    @Test
    void letsAMemberTakeUpToTheLimit() {
        Sale sale = Sales.open(Stock.of(5));
        assertThat(ReservationRules.refusal(sale, 0, 2, NOON)).isEmpty();
        assertThat(ReservationRules.refusal(sale, 1, 1, NOON)).isEmpty();
        assertThat(ReservationRules.refusal(sale, 1, 2, NOON)).contains(new LimitReached(2, 1));
    }

    @Test
    void refusesMoreThanIsFree() {
        Sale sale = Sales.open(new Stock(5, 1, 3, 1));
        assertThat(ReservationRules.refusal(sale, 0, 2, NOON)).contains(new SoldOut(1, 3));
    }

    @Test
    void refusesASaleThatIsNotOpen() {
        Sale scheduled = Sales.sale(SalePhase.SCHEDULED, Stock.of(5), null);
        Sale closed = Sales.sale(SalePhase.CLOSED, Stock.of(5), null);
        assertThat(ReservationRules.refusal(scheduled, 0, 1, NOON)).contains(new NotOpen(SalePhase.SCHEDULED));
        assertThat(ReservationRules.refusal(closed, 0, 1, NOON)).contains(new NotOpen(SalePhase.CLOSED));
    }

    @Test
    void refusesAtTheVeryMomentASaleCloses() {
        Sale sale = Sales.sale(SalePhase.OPEN, Stock.of(5), NOON);
        assertThat(ReservationRules.refusal(sale, 0, 1, NOON.minusNanos(1000))).isEmpty();
        assertThat(ReservationRules.refusal(sale, 0, 1, NOON)).contains(new NotOpen(SalePhase.OPEN));
    }

    @Test
    void explainsARefusalWhoseReasonIsGoneAsSomebodyFaster() {
        ReserveFacts facts = new ReserveFacts(Sales.open(new Stock(5, 2, 3, 0)), 0, false, NOON);
        assertThat(facts.explain(1)).isEqualTo(new SoldOut(0, 3));
    }

    @Test
    void saysWhetherUnitsMayStillComeBack() {
        assertThat(new SoldOut(0, 3).problem().detail()).contains("3 may still come back");
        assertThat(new SoldOut(0, 0).problem().detail()).isEqualTo("All units are sold.");
        assertThat(new SoldOut(2, 0).problem().detail()).isEqualTo("Only 2 left.");
        assertThat(new SoldOut(0, 0).problem().code().type()).hasToString("/problems/sold-out");
    }

    @Property
    void grantsExactlyWhatFitsBothLimits(
            @ForAll @IntRange(max = 5) int available,
            @ForAll @IntRange(max = 2) int memberUnits,
            @ForAll @IntRange(min = 1, max = 5) int quantity) {
        Sale sale = Sales.open(new Stock(5, available, 5 - available, 0));
        assertThat(ReservationRules.refusal(sale, memberUnits, quantity, NOON).isEmpty())
                .isEqualTo(quantity <= available && memberUnits + quantity <= 2);
    }
}
