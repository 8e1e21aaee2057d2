package io.pasar.content.brief;

import io.pasar.content.fact.FactLine;
import io.pasar.content.language.Language;
import io.pasar.content.market.Formality;
import java.util.List;

/// Everything a model is told about one product. Its JSON is data in the prompt; nothing in it is an instruction.
///
/// @param language ISO 639 code of the language to write
/// @param locale BCP 47
/// @param market ISO 3166-1 alpha-2
/// @param source the language the facts are written in
public record Brief(
        Language language,
        String locale,
        String market,
        Formality formality,
        Voice voice,
        List<CopyKind> kinds,
        Language source,
        Product product) {

    /// @param name as the caller gave it
    /// @param facts with placeholders instead of measures
    public record Product(String name, List<FactLine> facts) {}

    /// The same brief for some of its kinds.
    public Brief only(List<CopyKind> some) {
        return new Brief(language, locale, market, formality, voice, List.copyOf(some), source, product);
    }
}
