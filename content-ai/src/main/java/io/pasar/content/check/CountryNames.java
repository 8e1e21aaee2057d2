package io.pasar.content.check;

import com.ibm.icu.util.ULocale;
import io.pasar.content.language.Language;
import io.pasar.content.sheet.Sheet;
import io.pasar.content.sheet.Statement.Country;
import io.pasar.content.sheet.Statement.Labelled;
import java.util.List;

/// The countries of the facts by their names in a language.
final class CountryNames {

    List<String> in(Sheet sheet, Language language) {
        return sheet.labelled().stream()
                .map(Labelled::value)
                .filter(Country.class::isInstance)
                .map(country -> ULocale.getDisplayCountry("und-" + ((Country) country).region(), language.code()))
                .toList();
    }
}
