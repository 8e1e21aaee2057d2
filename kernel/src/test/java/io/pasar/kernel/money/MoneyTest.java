package io.pasar.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "19.90, EUR, 1990, 19.90",
        "19.9, EUR, 1990, 19.90",
        "500, JPY, 500, 500",
        "500.0, JPY, 500, 500",
        "1.25, KWD, 1250, 1.250",
        "150000, IDR, 15000000, 150000.00",
        "-3.10, USD, -310, -3.10",
    })
    void keepsTheExactAmountInMinorUnitsOfItsCurrency(String text, String code, long minor, String shown) {
        Money money = Money.of(text, code);

        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.amount()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.5, JPY, JPY has 0 decimals", "1.2345, KWD, KWD has 3 decimals", "19.901, EUR, EUR has 2 decimals"})
    void refusesMoreDecimalsThanTheCurrencyHas(String text, String code, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(text, code))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e3", "NaN", "1,50", " 1", "1.", ".5", "+1", "٣", "10000000000000000000", "1.23456"})
    void refusesTextThatIsNoPlainDecimalNumber(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(text, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURO", "eur", "XYZ", "XXX", "XTS", "XAU", ""})
    void refusesCodesNobodyCanPayWith(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", code));
    }

    @Test
    void refusesToAddDifferentCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .withMessageContaining("EUR and USD");
    }

    @Test
    void refusesToOverflowSilently() {
        Money most = Money.ofMinor(Long.MAX_VALUE, "EUR");

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Money.ofMinor(1, "EUR")));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
    }

    @Property
    void readsBackWhatItWrites(@ForAll("money") Money money) {
        assertThat(Money.of(money.amount(), money.currencyCode())).isEqualTo(money);
    }

    @Property
    void takesAwayExactlyWhatWasAdded(
            @ForAll("money") Money money, @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long minor) {
        Money other = new Money(minor, money.currency());

        assertThat(money.plus(other).minus(other)).isEqualTo(money);
    }

    @Provide
    Arbitrary<Money> money() {
        Arbitrary<Currency> currencies =
                Arbitraries.of("EUR", "USD", "JPY", "KWD", "IDR", "CLF", "BRL").map(Currency::getInstance);
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                .flatMap(minor -> currencies.map(currency -> new Money(minor, currency)));
    }
}
