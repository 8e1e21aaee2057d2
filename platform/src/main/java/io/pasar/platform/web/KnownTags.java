package io.pasar.platform.web;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which languages, scripts and regions exist, by ISO 639 and 3166 and the CLDR data in the JDK.
public final class KnownTags {

    private static final int TAG_MAX = 35;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = known(Arrays.stream(Locale.getISOLanguages()), Locale::getLanguage);
    private static final Set<String> SCRIPTS = known(Stream.empty(), Locale::getScript);
    private static final Set<String> REGIONS = known(COUNTRIES.stream(), Locale::getCountry);

    private KnownTags() {}

    /// Whether the text is a well-formed tag of a language, and perhaps script and region, that exist.
    /// Variants, extensions and private use are no languages to write in.
    public static boolean isLanguageTag(String text) {
        if (text.length() > TAG_MAX) {
            return false;
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            return LANGUAGES.contains(locale.getLanguage())
                    && isKnownOrAbsent(locale.getScript(), SCRIPTS)
                    && isKnownOrAbsent(locale.getCountry(), REGIONS)
                    && locale.getVariant().isEmpty()
                    && !locale.hasExtensions();
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    /// Whether the text is an ISO 3166-1 alpha-2 code in capitals.
    public static boolean isMarket(String text) {
        return COUNTRIES.contains(text);
    }

    private static boolean isKnownOrAbsent(String part, Set<String> known) {
        return part.isEmpty() || known.contains(part);
    }

    private static Set<String> known(Stream<String> standard, Function<Locale, String> part) {
        Stream<String> ofData = Arrays.stream(Locale.getAvailableLocales()).map(part);
        return Stream.concat(standard, ofData).filter(code -> !code.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
