package io.pasar.content.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as it was written.
///
/// @param value exact for decimals, to twelve digits for fractions
/// @param fraction the written form if it is a fraction such as `1-9/16`; empty for a decimal
public record Figure(BigDecimal value, Optional<String> fraction) {

    private static final Pattern FRACTION = Pattern.compile("(?:(\\d+)[- ])?(\\d+)/(\\d+)");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final MathContext DIGITS = new MathContext(12);

    /// Reads `0.5`, `0,5`, `1,250`, `9/16` and `1-9/16`. Empty for a number that can be read in two ways, such as
    /// `1.250` in a language that groups by points, and for a fraction over zero.
    ///
    /// @param pointGroups whether the text around it groups thousands by points
    public static Optional<Figure> read(String text, boolean pointGroups) {
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return readFraction(text, fraction);
        }
        if (pointGroups && text.matches("\\d{1,3}(?:\\.\\d{3})+")) {
            return Optional.empty();
        }
        String plain =
                THOUSANDS.matcher(text).matches() && !pointGroups ? text.replace(",", "") : text.replace(',', '.');
        return plain.matches("\\d{1,15}(?:\\.\\d{1,9})?")
                ? Optional.of(new Figure(new BigDecimal(plain), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Figure> readFraction(String text, Matcher parts) {
        BigDecimal whole = parts.group(1) == null ? BigDecimal.ZERO : new BigDecimal(parts.group(1));
        BigDecimal below = new BigDecimal(parts.group(3));
        if (below.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal value = whole.add(new BigDecimal(parts.group(2)).divide(below, DIGITS));
        return Optional.of(new Figure(value, Optional.of(text)));
    }
}
