package io.pasar.content.fact;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.pasar.content.fact.Measure.Join;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes measures the way a market reads them: CLDR formats, the market's units first and the units of the fact
/// in brackets behind them.
///
/// @param locale language, region and number system
/// @param system the units that come first
public record MeasureText(ULocale locale, UnitSystem system) {

    private static final MathContext CONVERTED = new MathContext(12);
    private static final int CONVERTED_DIGITS = 3;
    private static final Set<String> FULL_NAMES = Set.of("zh", "ja");

    public String render(Measure measure) {
        return switch (measure) {
            case Measure.Quantity quantity -> quantity(quantity);
            case Measure.Count(var value) -> number(value);
            case Measure.Share(var percent) -> share(percent);
            case Measure.Price(var money) -> price(new BigDecimal(money.amount()), money.currencyCode());
            case Measure.Day(var date) -> day(date);
        };
    }

    private String quantity(Measure.Quantity given) {
        if (!given.unit().foreignTo(system)) {
            return written(given);
        }
        return converted(given) + " (" + written(given) + ")";
    }

    private String written(Measure.Quantity given) {
        List<String> numbers = given.figures().stream()
                .map(figure -> figure.fraction().orElseGet(() -> number(figure.value())))
                .toList();
        return joined(
                numbers, given.join(), given.unit(), given.figures().getLast().value());
    }

    private String converted(Measure.Quantity given) {
        List<BigDecimal> sizes = given.figures().stream()
                .map(figure -> figure.value().multiply(given.unit().size()))
                .toList();
        BigDecimal largest = sizes.stream().max(BigDecimal::compareTo).orElseThrow();
        Unit unit = system.readable(given.unit().kind(), largest);
        List<BigDecimal> values =
                sizes.stream().map(size -> size.divide(unit.size(), CONVERTED)).toList();
        List<String> numbers = values.stream().map(this::rounded).toList();
        return joined(numbers, given.join(), unit, values.getLast());
    }

    /// All numbers but the last stand bare; the last takes the unit, which ICU puts on its side. Arabic says
    /// "two years" in one word without a number.
    private String joined(List<String> numbers, Join join, Unit unit, BigDecimal last) {
        String all = numbers.stream().collect(Collectors.joining(join == Join.BY ? " × " : "–"));
        boolean inFull = unit.kind() == Unit.Kind.TIME || FULL_NAMES.contains(locale.getLanguage());
        UnitWidth width = inFull ? UnitWidth.FULL_NAME : UnitWidth.SHORT;
        FormattedNumber whole =
                formatter(last).unit(unit.icu()).unitWidth(width).format(last);
        String number = formatter(last).format(last).toString();
        String text = whole.toString();
        if (text.contains(number)) {
            return text.replace(number, all);
        }
        return numbers.size() == 1 ? text : all + " " + text;
    }

    private String rounded(BigDecimal value) {
        return NumberFormatter.withLocale(locale)
                .precision(Precision.maxSignificantDigits(CONVERTED_DIGITS))
                .format(value)
                .toString();
    }

    private String number(BigDecimal value) {
        return formatter(value).format(value).toString();
    }

    private String share(BigDecimal percent) {
        return formatter(percent).unit(MeasureUnit.PERCENT).format(percent).toString();
    }

    private String price(BigDecimal amount, String code) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(code));
        return format.format(amount);
    }

    private String day(LocalDate date) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /// Keeps every decimal that was written: 12.50 stays 12.50.
    private LocalizedNumberFormatter formatter(BigDecimal value) {
        return NumberFormatter.withLocale(locale).precision(Precision.fixedFraction(Math.max(value.scale(), 0)));
    }
}
