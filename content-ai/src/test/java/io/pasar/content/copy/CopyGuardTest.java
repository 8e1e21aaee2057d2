package io.pasar.content.copy;

import static io.pasar.content.copy.CopyTasks.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.content.brief.CopyKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The guard finds planted errors, and lets what is true pass.
class CopyGuardTest {

    private static final List<String> FACTS =
            List.of("Material: copper", "9/16\" brass pin", "Height: 30 cm", "Certificate: CE");
    private static final CopyTask LIGHT = CopyTasks.of("Bedside Light", FACTS, "DE", "en");
    private static final String MATERIAL = "Material: copper";
    private static final String PIN = "[[length1]] brass pin";
    private static final String HEIGHT = "Height: [[length2]]";
    private static final String CERTIFICATE = "Certificate: CE";

    @Test
    void letsTrueTextsPass() {
        assertThat(failed(LIGHT, CopyKind.BULLETS, MATERIAL, PIN, HEIGHT, CERTIFICATE))
                .isEmpty();
        assertThat(failed(LIGHT, CopyKind.TITLE, "Copper bedside light with a brass pin"))
                .isEmpty();
        assertThat(failed(LIGHT, CopyKind.DESCRIPTION, "This light is made of copper. It stands [[length2]] tall."))
                .isEmpty();
    }

    @Test
    void findsSteelWhereTheFactsSayCopper() {
        assertThat(failed(LIGHT, CopyKind.BULLETS, "Material: steel", PIN, HEIGHT, CERTIFICATE))
                .contains("materials", "complete");
        assertThat(failed(LIGHT, CopyKind.TITLE, "Steel bedside light")).containsExactly("materials");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1-9/16\" brass pin, [[length1]]",
                "1-[[length1]] brass pin",
                "1 [[length1]] brass pin",
                "[[length1]]5 brass pin",
                "19/16\" brass pin, [[length1]]"
            })
    void findsAPinThatGrew(String pin) {
        assertThat(failed(LIGHT, CopyKind.BULLETS, MATERIAL, pin, HEIGHT, CERTIFICATE))
                .containsExactly("numbers");
    }

    /// The 1 of "2 in 1" is a known number; it still is no part of the pin's length.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1-[[length1]] pin", "1.[[length1]] pin", "1[[length1]] pin", "[[length1]]1 pin"})
    void findsAPinThatGrewByANumberOfAnotherFact(String pin) {
        CopyTask task = CopyTasks.of("2 in 1 Light", List.of("9/16\" pin"), "DE", "en");
        assertThat(failed(task, CopyKind.BULLETS, "2 in 1 light", "[[length1]] pin"))
                .isEmpty();
        assertThat(failed(task, CopyKind.BULLETS, "2 in 1 light", pin)).containsExactly("numbers");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"Shines for 12 years.", "Shines for ١٢ years.", "Shines for １２ years.", "Costs [[price1]]."})
    void findsAnInventedNumber(String invented) {
        assertThat(failed(LIGHT, CopyKind.DESCRIPTION, "This light is made of copper. " + invented))
                .containsExactly("numbers");
    }

    @Test
    void findsEveryDroppedFact() {
        assertThat(failed(LIGHT, CopyKind.BULLETS, PIN, HEIGHT, CERTIFICATE)).containsExactly("complete");
        assertThat(failed(LIGHT, CopyKind.BULLETS, MATERIAL, HEIGHT, CERTIFICATE))
                .containsExactly("complete");
        assertThat(failed(LIGHT, CopyKind.BULLETS, MATERIAL, PIN, CERTIFICATE)).containsExactly("complete");
        assertThat(failed(LIGHT, CopyKind.BULLETS, MATERIAL, PIN, HEIGHT)).containsExactly("complete");
    }

    @Test
    void findsAnInventedCertificateColourAndName() {
        assertThat(failed(LIGHT, CopyKind.TITLE, "GOTS bedside light")).containsExactly("certificates");
        assertThat(failed(LIGHT, CopyKind.TITLE, "Red bedside light")).containsExactly("colours");
        assertThat(failed(LIGHT, CopyKind.DESCRIPTION, "This light is made of copper by Philips."))
                .containsExactly("names");
    }

    @Test
    void findsSharesThatChangedPlaces() {
        CopyTask shirt = CopyTasks.of("Shirt", List.of("60% cotton, 40% polyester"), "DE", "en");
        assertThat(failed(shirt, CopyKind.BULLETS, "[[percent1]] cotton, [[percent2]] polyester"))
                .isEmpty();
        assertThat(failed(shirt, CopyKind.BULLETS, "[[percent2]] cotton, [[percent1]] polyester"))
                .containsExactly("shares");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "US, en, I'm sorry but I can't help with that",
        "US, en, As an AI language model I write no titles",
        "ES, es, Lo siento pero no puedo escribir este título",
        "ID, id, Maaf saya tidak dapat menulis judul ini",
        "CN, zh, 抱歉，我无法写这个标题",
        "SA, ar, آسف لا أستطيع كتابة هذا العنوان"
    })
    void findsARefusalInPlaceOfATitle(String market, String locale, String refusal) {
        CopyTask task = CopyTasks.of("Bedside Light", FACTS, market, locale);
        assertThat(failed(task, CopyKind.TITLE, refusal)).contains("plain");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "AE, ar, مصباح نحاس بأفضل سعر",
        "AE, ar, مصباح نحاس مع نبيذ",
        "CN, zh, 最好的铜灯",
        "CN, zh, 顶级铜灯",
        "DE, de, Kupferlampe zum günstigsten Preis",
        "ES, es, Lámpara de cobre al mejor precio",
        "FR, fr, Lampe en cuivre au meilleur prix",
        "GB, en, Eco-friendly copper light",
        "ID, id, Lampu tembaga termurah",
        "ID, id, Lampu tembaga halal",
        "JP, ja, 日本一の銅のランプです",
        "MX, es, Lámpara de cobre milagrosa",
        "SA, ar, مصباح نحاس يعالج الأرق",
        "SG, en, Copper light with no side effects",
        "US, en, Copper light at the lowest price",
        "US, en, Organic copper light",
        "US, en, Copper light that cures insomnia"
    })
    void findsClaimsTheMarketForbids(String market, String locale, String title) {
        CopyTask task = CopyTasks.of("Bedside Light", FACTS, market, locale);
        assertThat(failed(task, CopyKind.TITLE, title)).contains("claims");
    }

    @Test
    void letsAProvenClaimPass() {
        CopyTask plain = CopyTasks.of("Shirt", List.of("100% cotton"), "US", "en");
        CopyTask proven = CopyTasks.of("Shirt", List.of("100% organic cotton", "Certificate: GOTS"), "US", "en");
        assertThat(failed(plain, CopyKind.TITLE, "Organic shirt")).containsExactly("claims");
        assertThat(failed(proven, CopyKind.TITLE, "Organic cotton shirt")).isEmpty();
    }

    @Test
    void judgesAClaimByTheMarketAndNotByTheLanguage() {
        CopyTask american = CopyTasks.of("Bedside Light", FACTS, "US", "en");
        CopyTask chinese = CopyTasks.of("Bedside Light", FACTS, "CN", "en");
        assertThat(failed(american, CopyKind.TITLE, "The best copper light")).isEmpty();
        assertThat(failed(chinese, CopyKind.TITLE, "The best copper light")).containsExactly("claims");
    }

    @Test
    void findsATextInTheWrongLanguageWithMarkupOrTooLong() {
        assertThat(failed(LIGHT, CopyKind.DESCRIPTION, "Esta lámpara es de cobre y tiene la altura para su mesa."))
                .contains("language");
        assertThat(failed(LIGHT, CopyKind.TITLE, "**Copper** bedside light")).containsExactly("plain");
        assertThat(failed(LIGHT, CopyKind.DESCRIPTION, "This light: https://a.example"))
                .contains("plain");
        assertThat(failed(LIGHT, CopyKind.TITLE, "light ".repeat(30))).containsExactly("length");
    }

    @Test
    void objectsToAFactThatMustNotBeSaid() {
        CopyTask task = CopyTasks.of("Balm", List.of("Weight: 50 g", "cures eczema"), "US", "en");
        assertThat(CopyTasks.GUARD.objections(task.subject()))
                .singleElement()
                .satisfies(objection ->
                        assertThat(task.pointerOf(objection.fact())).isEqualTo("/product/facts/1"));
    }
}
