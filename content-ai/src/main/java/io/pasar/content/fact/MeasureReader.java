package io.pasar.content.fact;

import io.pasar.kernel.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// Reads what a pattern found. What cannot be read for certain is no measure and stays text.
final class MeasureReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final boolean pointGroups;

    MeasureReader(boolean pointGroups) {
        this.pointGroups = pointGroups;
    }

    Optional<Measure> quantity(Matcher match) {
        List<Figure> figures = new ArrayList<>();
        Measure.Join join = match.group("to") == null ? Measure.Join.BY : Measure.Join.TO;
        Stream.of(match.group("first"), match.group("more"), match.group("to"))
                .filter(part -> part != null)
                .flatMap(part -> MeasurePatterns.FIGURES.matcher(part).results())
                .map(MatchResult::group)
                .forEach(text -> Figure.read(text, pointGroups).ifPresent(figures::add));
        boolean allRead = figures.size() == written(match);
        return unit(match).filter(_ -> allRead).map(unit -> new Measure.Quantity(List.copyOf(figures), join, unit));
    }

    Optional<Measure> percent(Matcher match) {
        return Figure.read(match.group("number"), pointGroups).map(figure -> new Measure.Share(figure.value()));
    }

    Optional<Measure> price(Matcher match) {
        String amount = first(match, "amount", "signed", "amountFirst");
        String code = first(match, "code", "codeLast", "sign", "signLast")
                .replace("€", "EUR")
                .replace("£", "GBP");
        return Figure.read(amount, pointGroups).flatMap(figure -> money(figure.value(), code));
    }

    Optional<Measure> day(Matcher match) {
        try {
            return Optional.of(new Measure.Day(LocalDate.parse(match.group("day"))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// A whole number; one that may be a year stays text.
    Optional<Measure> count(Matcher match) {
        String text = match.group("number");
        BigDecimal value = new BigDecimal(text.replace(",", ""));
        boolean mayBeYear = !text.contains(",")
                && value.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
                && value.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0;
        return mayBeYear ? Optional.empty() : Optional.of(new Measure.Count(value));
    }

    private static Optional<Measure> money(BigDecimal amount, String code) {
        try {
            return Optional.of(new Measure.Price(Money.of(amount.toPlainString(), code)));
        } catch (IllegalArgumentException noMoney) {
            return Optional.empty();
        }
    }

    private static long written(Matcher match) {
        return Stream.of(match.group("first"), match.group("more"), match.group("to"))
                .filter(part -> part != null)
                .flatMap(part -> MeasurePatterns.FIGURES.matcher(part).results())
                .count();
    }

    private static Optional<Unit> unit(Matcher match) {
        return Arrays.stream(Unit.values())
                .filter(unit -> match.group(MeasurePatterns.group(unit)) != null)
                .findFirst();
    }

    private static String first(Matcher match, String... groups) {
        return Arrays.stream(groups)
                .map(match::group)
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }
}
