package io.pasar.kernel.text;

import java.text.Normalizer;
import java.util.Optional;

/// Decides whether text from outside may be kept and shown.
///
/// Refused are control characters (a line break and a tab only where several lines are allowed), unpaired
/// surrogates, noncharacters, and the bidirectional overrides, embeddings and isolates of Unicode UAX #9
/// (U+202A–U+202E, U+2066–U+2069) that let a name reorder the text around it ("Trojan Source", CVE-2021-42574).
/// Right-to-left letters and the marks U+200E, U+200F and U+061C stay welcome. What is invisible is decided by
/// [InvisibleRules]; blank text is left to the caller.
public final class TextRules {

    private TextRules() {}

    /// Why the text is refused, as the end of a sentence ("must …"), or empty if it may be kept.
    ///
    /// @param codePointsMax the most code points the text may have
    /// @param lines whether line breaks and tabs are allowed
    public static Optional<String> objection(String text, int codePointsMax, boolean lines) {
        if (text.codePointCount(0, text.length()) > codePointsMax) {
            return Optional.of("must have at most " + codePointsMax + " characters");
        }
        return text.codePoints()
                .mapToObj(point -> objection(point, lines))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> InvisibleRules.objection(text, lines));
    }

    /// The form in which text is stored and compared: Unicode NFC, without white space at the ends.
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static Optional<String> objection(int point, boolean lines) {
        if (lines && (point == '\n' || point == '\r' || point == '\t')) {
            return Optional.empty();
        }
        if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
            return Optional.of("must not contain control characters (U+%04X)".formatted(point));
        }
        if (isBidirectionalControl(point)) {
            return Optional.of("must not contain bidirectional overrides (U+%04X)".formatted(point));
        }
        if (isNoncharacter(point) || Character.getType(point) == Character.SURROGATE) {
            return Optional.of("must be valid Unicode text (U+%04X)".formatted(point));
        }
        return Optional.empty();
    }

    private static boolean isBidirectionalControl(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isNoncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }
}
