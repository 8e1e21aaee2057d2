package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StockTest {

    @Test
    void refusesUnitsThatDoNotAddUp() {
        assertThatThrownBy(() -> new Stock(10, 5, 3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stock(10, -1, 11, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isGoneWhenTheLastUnitIsHeld() {
        assertThat(Stock.of(1).isGone()).isFalse();
        assertThat(Stock.of(1).hold(1).isGone()).isTrue();
        assertThat(Stock.of(1).hold(1).giveBack(1).isGone()).isFalse();
    }

    @Property
    void neverLosesOrInventsAUnit(@ForAll @IntRange(min = 1, max = 50) int total, @ForAll("moves") List<Move> moves) {
        Stock stock = Stock.of(total);
        for (Move move : moves) {
            Stock before = stock;
            if (move.fits(before)) {
                stock = move.on(before);
                assertThat(stock.available() + stock.held() + stock.sold()).isEqualTo(total);
            } else {
                assertThatThrownBy(() -> move.on(before)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 60))
                .as(Move::new)
                .list()
                .ofMaxSize(40);
    }

    enum Kind {
        HOLD,
        GIVE_BACK,
        SELL
    }

    record Move(Kind kind, int quantity) {

        boolean fits(Stock stock) {
            return quantity <= (kind == Kind.HOLD ? stock.available() : stock.held());
        }

        Stock on(Stock stock) {
            return switch (kind) {
                case HOLD -> stock.hold(quantity);
                case GIVE_BACK -> stock.giveBack(quantity);
                case SELL -> stock.sell(quantity);
            };
        }
    }
}
