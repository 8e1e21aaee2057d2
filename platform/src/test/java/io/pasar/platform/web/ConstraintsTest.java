package io.pasar.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the platform's constraints let through, and what they say of the rest.
class ConstraintsTest {

    private static final Validator VALIDATOR = validator();

    record Name(@PlainText(max = 5) @Nullable String name) {}

    record Story(@PlainText(max = 20, lines = true) String story) {}

    record Tags(List<@PlainText(max = 3) String> tags) {}

    record Tongue(@Bcp47 @Nullable String locale) {}

    record Country(@Market @Nullable String market) {}

    record Amount(@Min(1) @Max(1000) int quantity) {}

    record Needed(@NotBlank String text) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a\\u0000b    | must not contain control characters (U+0000)
                    a\\u001bb    | must not contain control characters (U+001B)
                    a\\nb        | must not contain control characters (U+000A)
                    a\\u202eb    | must not contain bidirectional overrides (U+202E)
                    a\\u2066b    | must not contain bidirectional overrides (U+2066)
                    a\\ud800b    | must be valid Unicode text (U+D800)
                    abcdef       | must have at most 5 characters
                    """)
    void refusesTextThatIsNotPlain(String escaped, String message) {
        assertThat(objections(new Name(unicode(escaped).replace("\\n", "\n")))).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ayu", "محمد", "😀😀😀😀😀", "שלום", "${7}"})
    void acceptsPlainTextOfAnyScript(String text) {
        assertThat(objections(new Name(text))).isEmpty();
    }

    @Test
    void acceptsAbsentText() {
        assertThat(objections(new Name(null))).isEmpty();
        assertThat(objections(new Tongue(null))).isEmpty();
        assertThat(objections(new Country(null))).isEmpty();
    }

    @Test
    void acceptsLinesWhereTheyAreAllowed() {
        assertThat(objections(new Story("one\n\ttwo"))).isEmpty();
        assertThat(objections(new Story("one\u0007"))).hasSize(1);
    }

    @Test
    void looksAtEachElementOfAList() {
        assertThat(objections(new Tags(List.of("abc", "abcd")))).containsExactly("must have at most 3 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "id",
                "id-ID",
                "zh-Hant-TW",
                "zh-Hans",
                "es-419",
                "ar-EG",
                "fil",
                "pt-BR",
                "sr-Latn-RS",
                "EN-us"
            })
    void knowsLanguagesThatExist(String tag) {
        assertThat(objections(new Tongue(tag))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "xx",
                "xx-invalid",
                "en-XX",
                "en_US",
                "english",
                "i-klingon",
                "en-Zzzx",
                "en-invalid",
                "und",
                "x-private",
                "en-u-ca-buddhist",
                "zz-ZZ",
                "e",
                "en-",
                "🇮🇩",
                "de-DE-1996-aaaaaaaa-bbbbbbbb-cccccccc"
            })
    void refusesLanguagesThatDoNot(String tag) {
        assertThat(objections(new Tongue(tag))).containsExactly("must be a BCP 47 language tag such as id-ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "id", "IDN", "", "ID ", "360", "UK", "EU"})
    void refusesMarketsThatAreNoCountry(String code) {
        assertThat(objections(new Country(code))).containsExactly("must be an ISO 3166-1 country code such as ID");
    }

    @Test
    void knowsCountries() {
        assertThat(List.of("ID", "BR", "SA", "DE", "US"))
                .allSatisfy(code -> assertThat(objections(new Country(code))).isEmpty());
    }

    @Test
    void saysWhatIsWrongInTheWordsOfTheContract() {
        assertThat(objections(new Amount(0))).containsExactly("must be 1 or more");
        assertThat(objections(new Amount(1001))).containsExactly("must be 1000 or less");
        assertThat(objections(new Needed(" "))).containsExactly("must not be blank");
    }

    @Test
    void speaksEnglishOnAnyMachine() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(objections(new Needed(" "))).containsExactly("must not be blank");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void warmsUpByRefusing() {
        assertThat(ValidationWarmUp.run(VALIDATOR)).isEqualTo(2);
    }

    private static List<String> objections(Object record) {
        return VALIDATOR.validate(record).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private static String unicode(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }

    private static Validator validator() {
        var configuration = Validation.byDefaultProvider().configure();
        return configuration
                .messageInterpolator(
                        new FixedLocaleInterpolator(configuration.getDefaultMessageInterpolator(), Locale.ENGLISH))
                .buildValidatorFactory()
                .getValidator();
    }
}
