package io.pasar.content.fact;

import java.math.BigDecimal;

/// The units a market reads first.
public enum UnitSystem {
    METRIC,
    IMPERIAL;

    private static final BigDecimal SMALL_LENGTH = BigDecimal.valueOf(50);
    private static final BigDecimal LARGE = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLIMETRES_OF_TEN_FEET = BigDecimal.valueOf(3048);
    private static final BigDecimal GRAMS_OF_A_POUND = new BigDecimal("453.59237");

    /// The unit of this system in which a size is readable.
    ///
    /// @param largest in millimetres, grams or millilitres
    Unit readable(Unit.Kind kind, BigDecimal largest) {
        return switch (kind) {
            case LENGTH -> length(largest);
            case MASS -> mass(largest);
            case VOLUME -> volume(largest);
            case TIME, OTHER -> throw new IllegalArgumentException("nothing converts " + kind);
        };
    }

    private Unit length(BigDecimal largest) {
        if (this == IMPERIAL) {
            return largest.compareTo(MILLIMETRES_OF_TEN_FEET) < 0 ? Unit.INCH : Unit.FOOT;
        }
        if (largest.compareTo(SMALL_LENGTH) < 0) {
            return Unit.MILLIMETRE;
        }
        return largest.compareTo(MILLIMETRES_OF_TEN_FEET) < 0 ? Unit.CENTIMETRE : Unit.METRE;
    }

    private Unit mass(BigDecimal largest) {
        if (this == IMPERIAL) {
            return largest.compareTo(GRAMS_OF_A_POUND) < 0 ? Unit.OUNCE : Unit.POUND;
        }
        return largest.compareTo(LARGE) < 0 ? Unit.GRAM : Unit.KILOGRAM;
    }

    private Unit volume(BigDecimal largest) {
        if (this == IMPERIAL) {
            return Unit.FLUID_OUNCE;
        }
        return largest.compareTo(LARGE) < 0 ? Unit.MILLILITRE : Unit.LITRE;
    }
}
