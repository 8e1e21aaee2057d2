package io.pasar.content.fact;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How measures are written in facts.
final class MeasurePatterns {

    private static final String BEFORE = "(?<![\\p{L}\\p{N}.,/\\[-])";
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?)";
    private static final String FIGURE = "(?:(?:\\d+[- ])?\\d+/\\d+|" + NUMBER + ")";
    private static final String UNIT = Arrays.stream(Unit.values())
            .map(unit -> "(?<" + group(unit) + ">" + unit.pattern() + ")")
            .collect(Collectors.joining("|", "(?:", ")(?![\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsArabic}]])"));
    private static final String ANY_UNIT =
            Arrays.stream(Unit.values()).map(Unit::pattern).collect(Collectors.joining("|", "(?:", ")?"));
    private static final String MONEY =
            "(?:USD|EUR|GBP|CNY|IDR|MXN|SAR|AED|JPY|SGD|MYR|THB|VND|PHP|INR|KRW|BRL|CAD|AUD|NZD|CHF|KWD|QAR|BHD|OMR|EGP|TWD|HKD)";

    static final Pattern QUANTITY = Pattern.compile(BEFORE + "(?<first>" + FIGURE + ")\\s?" + ANY_UNIT
            + "(?<more>(?:\\s*(?:[x×*]|by)\\s*" + FIGURE + "\\s?" + ANY_UNIT + "){1,2})?"
            + "(?<to>\\s?(?:-|–|to)\\s?" + FIGURE + ")?[\\s-]?" + UNIT);
    static final Pattern PERCENT =
            Pattern.compile(BEFORE + "(?<number>" + NUMBER + ")\\s?(?:%|٪|％|percent\\b|por ciento\\b|persen\\b)");
    static final Pattern PRICE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?<code>" + MONEY + ")\\s?(?<amount>" + NUMBER
            + ")|(?<sign>[€£])\\s?(?<signed>" + NUMBER + "))(?![\\p{L}\\p{N}])|" + BEFORE + "(?<amountFirst>" + NUMBER
            + ")\\s?(?:(?<codeLast>" + MONEY + ")(?![\\p{L}\\p{N}])|(?<signLast>[€£]))");
    static final Pattern DAY = Pattern.compile("(?<![\\p{N}-])(?<day>\\d{4}-\\d{2}-\\d{2})(?![\\p{N}-])");
    static final Pattern COUNT =
            Pattern.compile("^(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?=\\s+\\p{L}{3,}|$|[\\p{IsHan}])");
    static final Pattern FIGURES = Pattern.compile(FIGURE);

    private MeasurePatterns() {}

    static String group(Unit unit) {
        return unit.name().replace("_", "");
    }
}
