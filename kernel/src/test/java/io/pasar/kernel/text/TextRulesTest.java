package io.pasar.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

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
