package io.pasar.kernel.text;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;

/// Decides about characters that take no ink: with them a name can be empty to the eye, or look like another's.
///
/// Welcome are the joiners U+200C and U+200D, the direction marks, variation selectors, the tags that make a
/// flag of a region (🏴 followed by tags up to U+E007F), and U+200B after a letter of a script that is written
/// without spaces, where keyboards type it between words. Text of several lines may also hold what word
/// processors leave in it: soft hyphens, U+200B, U+2060 and U+FEFF. Whatever else is invisible is refused, and
/// so is text with nothing to see in it.
final class InvisibleRules {

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(UnicodeScript.KHMER, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.MYANMAR);
    private static final Set<Integer> LEFT_BY_WORD_PROCESSORS = Set.of(0x00AD, 0x200B, 0x2060, 0xFEFF);
    private static final Set<Integer> JOINERS_AND_MARKS = Set.of(0x200C, 0x200D, 0x200E, 0x200F, 0x061C);
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);
    private static final Set<Integer> BLANKS = Set.of(0x034F, 0x17B4, 0x17B5, 0x2800);

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int TAG_END = 0xE007F;
    private static final int FLAG_TAGS_MAX = 6;

    private InvisibleRules() {}

    static Optional<String> objection(String text, boolean lines) {
        int[] points = text.codePoints().toArray();
        boolean seen = false;
        for (int i = 0; i < points.length; i++) {
            if (isHidden(points[i]) && !isWelcome(points, i, lines)) {
                return Optional.of("must not contain invisible characters (U+%04X)".formatted(points[i]));
            }
            seen |= isVisible(points[i]);
        }
        return seen || text.isBlank() ? Optional.empty() : Optional.of("must contain something visible");
    }

    private static boolean isWelcome(int[] points, int at, boolean lines) {
        int point = points[at];
        return (lines && LEFT_BY_WORD_PROCESSORS.contains(point))
                || (point == ZERO_WIDTH_SPACE && at > 0 && WITHOUT_SPACES.contains(UnicodeScript.of(points[at - 1])))
                || (isTag(point) && endsInFlag(points, at));
    }

    /// Whether the tag belongs to a flag: tags only back to a black flag, tags only on to the end tag.
    private static boolean endsInFlag(int[] points, int at) {
        int first = at;
        while (first > 0 && isTag(points[first - 1]) && points[first - 1] != TAG_END) {
            first--;
        }
        int last = at;
        while (last < points.length - 1 && points[last] != TAG_END && isTag(points[last + 1])) {
            last++;
        }
        boolean flag = first > 0 && points[first - 1] == BLACK_FLAG;
        return flag && points[last] == TAG_END && last > first && last - first <= FLAG_TAGS_MAX;
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= TAG_END;
    }

    private static boolean isHidden(int point) {
        boolean format = Character.getType(point) == Character.FORMAT && !isShownFormat(point);
        return format || FILLERS.contains(point) || isIgnoredPlane(point);
    }

    /// The plane of tags, with room kept for more of them; variation selectors live there too.
    private static boolean isIgnoredPlane(int point) {
        return point >= 0xE0000 && point <= 0xE0FFF && !isVariationSelector(point);
    }

    /// Format characters that are seen, such as the Arabic sign around a year, or do useful work unseen.
    private static boolean isShownFormat(int point) {
        return JOINERS_AND_MARKS.contains(point) || isShownSign(point);
    }

    private static boolean isShownSign(int point) {
        return (point >= 0x0600 && point <= 0x0605)
                || (point >= 0x0890 && point <= 0x0891)
                || (point >= 0x13430 && point <= 0x1343F)
                || Set.of(0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD).contains(point);
    }

    private static boolean isVisible(int point) {
        return !isHidden(point)
                && !JOINERS_AND_MARKS.contains(point)
                && !BLANKS.contains(point)
                && !isVariationSelector(point)
                && !Character.isWhitespace(point)
                && !Character.isSpaceChar(point);
    }

    private static boolean isVariationSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0x180B && point <= 0x180F)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }
}
