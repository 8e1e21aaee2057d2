package io.pasar.live.catalogue.shopify;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Tells text from formulas. A cell that a spreadsheet would run when the catalogue is exported again is refused,
/// not defused: a leading apostrophe would show up in titles and, taken off by the next program, defuses
/// nothing. Full-width signs count, since spreadsheets accept them; a signed number such as the lens strength
/// `-2.00` is no formula.
final class FormulaRules {

    private static final String STARTS = "=+-@\t\r";
    private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-]\\d+([.,]\\d+)?");

    private FormulaRules() {}

    /// Whether a spreadsheet would run this cell, as written or without the white space around it.
    static boolean isFormula(String cell) {
        String text = cell.strip();
        return !SIGNED_NUMBER.matcher(text).matches() && (startsOne(cell) || startsOne(text));
    }

    private static boolean startsOne(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String first = Normalizer.normalize(text.substring(0, 1), Normalizer.Form.NFKC);
        return STARTS.contains(first);
    }
}
