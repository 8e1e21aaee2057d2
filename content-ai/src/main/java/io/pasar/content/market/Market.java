package io.pasar.content.market;

import com.ibm.icu.util.ULocale;
import io.pasar.content.fact.MeasureText;
import io.pasar.content.fact.UnitSystem;
import io.pasar.content.language.Language;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rules of one market.
///
/// @param code ISO 3166-1 alpha-2
/// @param currency what buyers pay with
/// @param units the units they read first
/// @param numbering CLDR number system of digits, such as `latn`
/// @param formality by language; informal where nothing is said
/// @param claims what must not be said
/// @param notices what the seller has to state beside the copy, for the seller's eyes
public record Market(
        String code,
        Currency currency,
        UnitSystem units,
        String numbering,
        Map<Language, Formality> formality,
        List<Claim> claims,
        List<String> notices) {

    public Formality formalityIn(Language language) {
        return formality.getOrDefault(language, Formality.INFORMAL);
    }

    /// How measures are written here in a language. A region in the locale wins over the market, so that `es-MX`
    /// in the US keeps its Mexican formats.
    public MeasureText measures(Locale locale) {
        ULocale.Builder builder = new ULocale.Builder().setLocale(ULocale.forLocale(locale));
        if (locale.getCountry().isEmpty()) {
            builder.setRegion(code);
        }
        return new MeasureText(builder.setUnicodeLocaleKeyword("nu", numbering).build(), units);
    }
}
