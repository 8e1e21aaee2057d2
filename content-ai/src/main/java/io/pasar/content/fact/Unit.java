package io.pasar.content.fact;

import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;

/// A unit facts are given in.
public enum Unit {
    MILLIMETRE(
            Kind.LENGTH,
            UnitSystem.METRIC,
            "1",
            "millimeter",
            "mm|millimet(?:er|re)s?|milímetros?|milimeter|毫米|ملم|مم"),
    CENTIMETRE(
            Kind.LENGTH,
            UnitSystem.METRIC,
            "10",
            "centimeter",
            "cm|centimet(?:er|re)s?|centímetros?|sentimeter|厘米|公分|سم"),
    METRE(Kind.LENGTH, UnitSystem.METRIC, "1000", "meter", "m|met(?:er|re)s?|metros?|米|متر"),
    INCH(
            Kind.LENGTH,
            UnitSystem.IMPERIAL,
            "25.4",
            "inch",
            "\"|″|”|inch(?:es)?|in\\.|in(?=\\s*(?:$|[,;)x×])|\\s+(?:wide|long|high|tall|deep|thick))|pulgadas?|inci|英寸|بوصة"),
    FOOT(Kind.LENGTH, UnitSystem.IMPERIAL, "304.8", "foot", "ft|feet|foot"),
    MILLIGRAM(Kind.OTHER, UnitSystem.METRIC, "1", "milligram", "mg"),
    GRAM(Kind.MASS, UnitSystem.METRIC, "1", "gram", "g|grams?|gr|gramos?|gram|克|غرام|جرام"),
    KILOGRAM(Kind.MASS, UnitSystem.METRIC, "1000", "kilogram", "kg|kilograms?|kilos?|kilogramos?|公斤|千克|كغ|كجم"),
    OUNCE(Kind.MASS, UnitSystem.IMPERIAL, "28.349523125", "ounce", "oz|ounces?|onzas?"),
    POUND(Kind.MASS, UnitSystem.IMPERIAL, "453.59237", "pound", "lbs?|pounds?|libras?"),
    MILLILITRE(Kind.VOLUME, UnitSystem.METRIC, "1", "milliliter", "ml|mL|millilit(?:er|re)s?|mililitros?|毫升|مل"),
    LITRE(Kind.VOLUME, UnitSystem.METRIC, "1000", "liter", "l|L|lit(?:er|re)s?|litros?|liter|升|لتر"),
    FLUID_OUNCE(Kind.VOLUME, UnitSystem.IMPERIAL, "29.5735295625", "fluid-ounce", "fl\\.? ?oz|fluid ounces?"),
    WATT(Kind.OTHER, UnitSystem.METRIC, "1", "watt", "W|watts?|vatios?|瓦|واط"),
    VOLT(Kind.OTHER, UnitSystem.METRIC, "1", "volt", "V|volts?|voltios?|伏|فولت"),
    GIGABYTE(Kind.OTHER, UnitSystem.METRIC, "1", "gigabyte", "GB|gigabytes?"),
    MINUTE(Kind.TIME, UnitSystem.METRIC, "1", "minute", "min|minutes?|minutos?|menit|分钟|دقيقة"),
    HOUR(Kind.TIME, UnitSystem.METRIC, "1", "hour", "h|hrs?|hours?|horas?|jam|小时|ساعات|ساعة"),
    DAY(Kind.TIME, UnitSystem.METRIC, "1", "day", "days?|días?|hari|天|أيام|يوم"),
    MONTH(Kind.TIME, UnitSystem.METRIC, "1", "month", "months?|mes(?:es)?|bulan|个月|أشهر|شهر"),
    YEAR(Kind.TIME, UnitSystem.METRIC, "1", "year", "years?|yrs?|años?|tahun|年|سنوات|سنة");

    /// What a unit measures.
    public enum Kind {
        LENGTH,
        MASS,
        VOLUME,
        TIME,
        OTHER
    }

    private final Kind kind;
    private final UnitSystem system;
    private final BigDecimal size;
    private final String icu;
    private final String pattern;

    Unit(Kind kind, UnitSystem system, String size, String icu, String pattern) {
        this.kind = kind;
        this.system = system;
        this.size = new BigDecimal(size);
        this.icu = icu;
        this.pattern = pattern;
    }

    public Kind kind() {
        return kind;
    }

    /// Its size in the smallest metric unit of its kind.
    BigDecimal size() {
        return size;
    }

    MeasureUnit icu() {
        return MeasureUnit.forIdentifier(icu);
    }

    /// How it is written, as a regular expression, case-sensitive.
    String pattern() {
        return pattern;
    }

    /// Whether buyers of a market that uses `wanted` expect another unit first.
    boolean foreignTo(UnitSystem wanted) {
        boolean converts = kind == Kind.LENGTH || kind == Kind.MASS || kind == Kind.VOLUME;
        return converts && system != wanted;
    }
}
