package io.pasar.content.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which language facts are written in: by script, then by telling words; English when nothing tells.
public final class LanguageGuess {

    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}]+");

    private final Languages languages;

    public LanguageGuess(Languages languages) {
        this.languages = languages;
    }

    public Language guess(String text) {
        if (KANA.matcher(text).find()) {
            return Language.JA;
        }
        long words = LATIN_WORD.matcher(text).results().count();
        if (HAN.matcher(text).results().count() > words) {
            return Language.ZH;
        }
        long arabic = ARABIC.matcher(text).results().count();
        return arabic > words * 2 ? Language.AR : latin(text);
    }

    private Language latin(String text) {
        Map<Language, Long> hits = Arrays.stream(Language.values())
                .filter(language -> languages.profile(language).script().equals("Latn"))
                .collect(Collectors.toMap(language -> language, language -> hits(text, language)));
        long english = hits.getOrDefault(Language.EN, 0L);
        return hits.entrySet().stream()
                .filter(entry -> entry.getValue() > english)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Language.EN);
    }

    private long hits(String text, Language language) {
        LanguageProfile profile = languages.profile(language);
        return LATIN_WORD
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .filter(word -> profile.words().contains(word.group()))
                .count();
    }
}
