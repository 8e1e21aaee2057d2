package io.pasar.content.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.brief.Slots;
import io.pasar.content.check.Check;
import io.pasar.content.compose.Composer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the built-in writer makes of two products in its five languages.
class ComposedCopyTest {

    private static final Composer COMPOSER = new Composer(CopyTasks.TERMS, CopyTasks.LANGUAGES);
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
    private static final Map<String, Pattern> SCRIPTS = Map.of(
            "en", LATIN,
            "es", LATIN,
            "id", LATIN,
            "zh", Pattern.compile("\\p{IsHan}+"),
            "ar", Pattern.compile("\\p{IsArabic}+"));
    private static final Map<String, List<String>> FACTS = Map.of(
            "Ocean Blue Shirt",
            List.of("100% cotton", "narrow collar", "long sleeves", "Weight: 250 g", "Certificate: OEKO-TEX"),
            "Copper Bedside Light",
            List.of("Material: copper", "touch control", "Height: 30 cm", "Power: 12 W", "Certificate: CE"));
    private static final Map<String, List<String>> NUMBERS =
            Map.of("Ocean Blue Shirt", List.of("100", "250"), "Copper Bedside Light", List.of("30", "12"));
    private static final Set<String> NAMES = Set.of("OEKO", "TEX", "OEKOTEX", "Standard", "CE", "LED");

    @ParameterizedTest(name = "{0} in {2}")
    @CsvSource({
        "Ocean Blue Shirt, GB, en",
        "Ocean Blue Shirt, CN, zh",
        "Ocean Blue Shirt, ID, id",
        "Ocean Blue Shirt, ES, es",
        "Ocean Blue Shirt, SA, ar",
        "Copper Bedside Light, GB, en",
        "Copper Bedside Light, CN, zh",
        "Copper Bedside Light, ID, id",
        "Copper Bedside Light, ES, es",
        "Copper Bedside Light, SA, ar"
    })
    void writesEveryKindInItsScriptAndLosesNoNumber(String product, String market, String locale) {
        CopyTask task = CopyTasks.of(product, FACTS.getOrDefault(product, List.of()), market, locale);
        List<Draft> drafts = COMPOSER.compose(task.brief());
        assertThat(drafts).extracting(Draft::kind).containsExactly(CopyKind.values());
        assertThat(wrong(drafts, task)).isEmpty();
        for (Draft draft : drafts) {
            String text = draft.map(task.subject().rendered()).whole();
            assertThat(Slots.anyIn(text)).as(text).isFalse();
            assertThat(SCRIPTS.getOrDefault(locale, LATIN).matcher(text).find())
                    .as(text)
                    .isTrue();
            assertThat(foreign(text, locale)).as(text).isEmpty();
        }
        assertThat(bullets(drafts, task)).contains(NUMBERS.getOrDefault(product, List.of()));
        assertThat(COMPOSER.compose(task.brief())).isEqualTo(drafts);
    }

    private static List<Check> wrong(List<Draft> drafts, CopyTask task) {
        List<Check> wrong = new ArrayList<>();
        drafts.forEach(draft -> wrong.addAll(CopyTasks.GUARD.check(draft, task.subject())));
        wrong.removeIf(Check::passed);
        return wrong;
    }

    private static String bullets(List<Draft> drafts, CopyTask task) {
        return drafts.stream()
                .filter(draft -> draft.kind() == CopyKind.BULLETS)
                .map(draft -> draft.map(task.subject().rendered()).whole())
                .collect(Collectors.joining());
    }

    /// Words of the Latin script in a text of another one that are no names.
    private static Set<String> foreign(String text, String locale) {
        return LATIN.equals(SCRIPTS.getOrDefault(locale, LATIN))
                ? Set.of()
                : LATIN.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !NAMES.contains(word))
                        .collect(Collectors.toSet());
    }
}
