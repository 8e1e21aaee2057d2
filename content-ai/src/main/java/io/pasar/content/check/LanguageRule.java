package io.pasar.content.check;

import io.pasar.content.brief.Draft;
import io.pasar.content.brief.Slots;
import io.pasar.content.language.Language;
import io.pasar.content.language.LanguageProfile;
import io.pasar.content.language.Languages;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.Terminology;
import io.pasar.content.term.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text is in the language asked for: by script, and among languages of the Latin script by telling words and
/// terms. The product's own name does not count.
final class LanguageRule implements Rule {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern ARABIC_WORD = Pattern.compile("\\p{IsArabic}+");
    private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}+");
    private static final int TELLING_MIN = 2;

    private final Terminology terms;
    private final Languages languages;

    LanguageRule(Terminology terms, Languages languages) {
        this.terms = terms;
        this.languages = languages;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        if (draft.kind().isKeywords()) {
            return Optional.empty();
        }
        Language wanted = subject.brief().language();
        String name = Pattern.quote(subject.brief().product().name());
        String text = Slots.without(draft.whole().replaceAll("(?i)" + name, " "));
        boolean right = text.isBlank() || isIn(withoutSource(text, subject), text, wanted);
        List<String> wrong = right ? List.of() : List.of("The text is not in the language \"" + wanted.code() + "\".");
        return Rule.of(draft.kind(), "language", "The text is in \"" + wanted.code() + "\".", wrong);
    }

    private boolean isIn(String own, String text, Language wanted) {
        return switch (languages.profile(wanted).script()) {
            case "Hans" -> mostly(count(HAN, own), own) && count(KANA, own) == 0;
            case "Jpan" ->
                mostly(count(HAN, own) + count(KANA, own), own) && (count(KANA, own) > 0 || own.length() < 20);
            case "Arab" -> mostly(count(ARABIC_WORD, own), own);
            default -> isLatin(text, wanted);
        };
    }

    private static boolean mostly(long ownScript, String text) {
        long latin = count(LATIN_WORD, text);
        return ownScript > latin || (ownScript == 0 && latin == 0);
    }

    private boolean isLatin(String text, Language wanted) {
        long letters = count(LATIN_WORD, text);
        if (count(HAN, text) + count(KANA, text) + count(ARABIC_WORD, text) > letters) {
            return false;
        }
        long best = Arrays.stream(Language.values())
                .filter(language -> languages.profile(language).script().equals("Latn"))
                .mapToLong(language -> telling(text, language))
                .max()
                .orElse(0);
        return best < TELLING_MIN || telling(text, wanted) * 2 > best;
    }

    private long telling(String text, Language language) {
        LanguageProfile profile = languages.profile(language);
        List<Token> tokens = Lexer.tokens(text);
        long words = tokens.stream()
                .filter(token -> profile.words().contains(token.text()))
                .count();
        return words + terms.scan(tokens, match -> match.language() == language).size();
    }

    /// Names and quoted words of the facts are foreign by right.
    private static String withoutSource(String text, Subject subject) {
        String own = text;
        for (String word : LATIN_WORD
                .matcher(subject.source())
                .results()
                .map(result -> result.group())
                .toList()) {
            own = own.replaceAll("(?<!\\p{L})" + word + "(?!\\p{L})", " ");
        }
        return own;
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
