package io.pasar.content.sheet;

import com.ibm.icu.util.ULocale;
import io.pasar.content.language.Language;
import io.pasar.content.term.Lexer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Countries by their names in any of our languages, as CLDR spells them.
final class Countries {

    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    static Optional<String> region(String name) {
        return Optional.ofNullable(BY_NAME.get(Lexer.normal(name.strip())));
    }

    private static Map<String, String> byName() {
        Map<String, String> regions = new HashMap<>();
        for (String region : Locale.getISOCountries()) {
            Arrays.stream(Language.values())
                    .map(language -> ULocale.getDisplayCountry("und-" + region, language.code()))
                    .forEach(name -> regions.putIfAbsent(Lexer.normal(name), region));
        }
        Map.of(
                        "usa",
                        "US",
                        "uk",
                        "GB",
                        "great britain",
                        "GB",
                        "england",
                        "GB",
                        "turkey",
                        "TR",
                        "uae",
                        "AE",
                        "korea",
                        "KR")
                .forEach(regions::putIfAbsent);
        return Map.copyOf(regions);
    }
}
