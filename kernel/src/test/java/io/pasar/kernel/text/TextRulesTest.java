package io.pasar.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Siti", "小米商店", "متجر سارة", "Zoë 🌺", "नमस्ते", "a\u200Fb", "👩\u200D👧"})
    void acceptsNamesOfEveryScript(String text) {
        assertThat(TextRules.objection(text, 50, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "a\nb", "a\tb", "a\u0085b", "a\u2028b", "\u001B[31mred"})
    void refusesControlCharactersInOneLine(String text) {
        assertThat(TextRules.objection(text, 50, false))
                .hasValueSatisfying(reason -> assertThat(reason).contains("control characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adm\u202Eni", "\u202Aa", "\u2066a\u2069", "a\u202Cb"})
    void refusesBidirectionalOverrides(String text) {
        assertThat(TextRules.objection(text, 50, true))
                .hasValueSatisfying(reason -> assertThat(reason).contains("bidirectional overrides"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uFFFFb", "\uFDD0", "a\uD800"})
    void refusesWhatIsNoUnicodeText(String text) {
        assertThat(TextRules.objection(text, 50, true))
                .hasValueSatisfying(reason -> assertThat(reason).contains("valid Unicode"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sari\u200B",
                "Sa\u2060ri",
                "\uFEFFSari",
                "Sa\u00ADri",
                "Sari\u3164",
                "\uFFA0",
                "Sari\uDB40\uDC73\uDB40\uDC65",
                "\uDB40\uDC00"
            })
    void refusesInvisibleCharactersInOneLine(String text) {
        assertThat(TextRules.objection(text, 50, false))
                .hasValueSatisfying(reason -> assertThat(reason).contains("invisible characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200D", " \u200C ", "\u200F", "\u2800", "\uFE0F", "\u034F"})
    void refusesTextWithNothingToSee(String text) {
        assertThat(TextRules.objection(text, 50, true)).contains("must contain something visible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200B\uFEFF\n\u2060", "\u00AD"})
    void refusesSeveralLinesWithNothingToSee(String text) {
        assertThat(TextRules.objection(text, 50, true)).contains("must contain something visible");
    }

    @Test
    void leavesBlankTextToTheCaller() {
        assertThat(TextRules.objection("", 50, false)).isEmpty();
        assertThat(TextRules.objection("  ", 50, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ភាសា\u200Bខ្មែរ",
                "ភាសា\u200B",
                "ภาษา\u200Bไทย",
                "می\u200Cخواهم",
                "葛\uDB40\uDD00",
                "❤\uFE0F",
                "\u06DD٣"
            })
    void acceptsInvisibleCharactersWhereScriptsNeedThem(String text) {
        assertThat(TextRules.objection(text, 50, false)).isEmpty();
    }

    @Test
    void acceptsTagsInFlagsOnly() {
        String wales = "🏴" + tags("gbwls") + Character.toString(0xE007F);
        assertThat(TextRules.objection("Siân " + wales + " " + wales, 50, false))
                .isEmpty();
        assertThat(TextRules.objection("🏴" + tags("gbwls"), 50, true)).isPresent();
        assertThat(TextRules.objection("🏴" + tags("ignorewhatwassaid") + Character.toString(0xE007F), 50, true))
                .isPresent();
        assertThat(TextRules.objection("Siân" + tags("gbwls") + Character.toString(0xE007F), 50, true))
                .isPresent();
    }

    @Test
    void acceptsWhatWordProcessorsLeaveInSeveralLines() {
        assertThat(TextRules.objection("\uFEFFSoft\u00ADhyphen and zero\u200Bwidth", 50, true))
                .isEmpty();
    }

    private static String tags(String letters) {
        return letters.chars()
                .mapToObj(letter -> Character.toString(0xE0000 + letter))
                .collect(Collectors.joining());
    }

    @Test
    void allowsLineBreaksWhereSeveralLinesAre() {
        assertThat(TextRules.objection("one\ntwo\r\n\tthree", 50, true)).isEmpty();
    }

    @Test
    void countsCodePointsAndNotCharsAgainstTheLimit() {
        assertThat(TextRules.objection("🌺".repeat(50), 50, false)).isEmpty();
        assertThat(TextRules.objection("🌺".repeat(51), 50, false)).contains("must have at most 50 characters");
    }

    @Test
    void storesOneFormOfEqualText() {
        assertThat(TextRules.normalized("  Zoe\u0308 ")).isEqualTo("Zoë");
    }
}
