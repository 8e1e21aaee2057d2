package io.pasar.content.compose;

import io.pasar.content.brief.Voice;
import io.pasar.content.market.Formality;
import io.pasar.content.sheet.Sheet;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One product to write about in one language.
record Assignment(
        Grammar grammar, Wording wording, Sheet sheet, Optional<Thing> thing, Voice voice, Formality formality) {

    /// The thing as a phrase, or its name where it has one of its own.
    String phrase() {
        return ownName().orElseGet(() -> thing.map(grammar::phrase).orElse(sheet.name()));
    }

    /// "this ocean blue shirt", or the name.
    String pointed() {
        return ownName().orElseGet(() -> thing.map(grammar::pointed).orElse(sheet.name()));
    }

    /// The name, if it is one and no description.
    Optional<String> ownName() {
        return sheet.descriptive() ? Optional.empty() : Optional.of(sheet.name());
    }

    /// Whether words nobody understood are in the language of the text all the same.
    boolean toldInOurLanguage() {
        return sheet.source() == grammar.language();
    }

    List<Trait> traits(TermClass kind) {
        return sheet.traits(kind);
    }

    List<Term> terms(TermClass kind) {
        return traits(kind).stream().map(Trait::term).toList();
    }

    Optional<String> say(Line line, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("np", phrase());
        values.put("this", pointed());
        values.put("formality", formality == Formality.FORMAL ? "formal" : "informal");
        values.put(
                "form",
                ownName().isPresent() ? "name" : thing.map(grammar::form).orElse("name"));
        return wording.say(line, voice, sheet.name().hashCode(), values);
    }

    Optional<String> say(Line line) {
        return say(line, Map.of());
    }

    /// The first words about it.
    Optional<String> hook() {
        boolean wear = thing.filter(known -> known.noun().wear()).isPresent();
        return say(wear ? Line.WEAR : Line.THING);
    }
}
