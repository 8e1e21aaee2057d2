package io.pasar.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;

/// An exact amount of one currency, kept in minor units: EUR 19.90 is 1990, JPY 500 is 500, KWD 1.250 is 1250.
///
/// Exponents are those of ISO 4217 as the JDK carries them. Arithmetic never rounds; it throws
/// [ArithmeticException] on overflow of 63 bits and [IllegalArgumentException] when two currencies meet.
///
/// @param minor the amount in the currency's smallest unit, negative for a debit
/// @param currency the ISO 4217 currency; funds, metals and test codes are refused
public record Money(long minor, Currency currency) {

    /// The largest amount a price or total may have, in major units.
    public static final BigDecimal MAX_MAJOR = new BigDecimal("1000000000000");

    private static final int CODE_LENGTH = 3;
    private static final Set<String> NOT_MONEY = Set.of("XXX", "XTS");

    public Money {
        if (currency.getDefaultFractionDigits() < 0 || NOT_MONEY.contains(currency.getCurrencyCode())) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " is not a currency one can pay with");
        }
    }

    /// Reads the public form: decimal text and an ISO 4217 code.
    ///
    /// @throws IllegalArgumentException with a sentence for people if the text is no plain decimal number, has
    ///     more decimals than the currency, is beyond [#MAX_MAJOR], or the code is unknown
    public static Money of(String amount, String currencyCode) {
        Currency currency = currency(currencyCode);
        if (!amount.matches("-?\\d{1,13}(\\.\\d{1,4})?")) {
            throw new IllegalArgumentException("must be a plain decimal number such as 19.90");
        }
        BigDecimal major = new BigDecimal(amount);
        int decimals = currency.getDefaultFractionDigits();
        if (major.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(currencyCode + " has " + decimals + " decimals, not " + major.scale());
        }
        if (major.abs().compareTo(MAX_MAJOR) > 0) {
            throw new IllegalArgumentException("must be at most " + MAX_MAJOR);
        }
        return new Money(
                major.movePointRight(decimals)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact(),
                currency);
    }

    /// An amount given in minor units.
    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, currency(currencyCode));
    }

    /// The public decimal form with exactly the currency's number of decimals: `19.90`, `500`, `1.250`.
    public String amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /// The ISO 4217 code.
    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currencyCode() + " and " + other.currencyCode() + " do not add up");
        }
    }

    private static Currency currency(String code) {
        if (code.length() != CODE_LENGTH) {
            throw new IllegalArgumentException("must be an ISO 4217 currency code such as EUR");
        }
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("must be an ISO 4217 currency code such as EUR", unknown);
        }
    }
}
