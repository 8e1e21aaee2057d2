package io.pasar.content.compose;

import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Modern Standard Arabic, unvocalised: adjectives agree in gender (a plural of things counts as feminine), colour
/// and material follow in phrases that need no agreement, parts follow a glued ب.
final class Arabic extends Grammar {

    private static final int DEFINITE = 1;

    Arabic() {
        super(Language.AR);
    }

    @Override
    String phrase(Thing thing) {
        List<Optional<String>> words = new ArrayList<>();
        words.add(Optional.of(thing.noun().form(language(), thing.many() ? 1 : 0)));
        thing.nearFirst().forEach(quality -> words.add(Optional.of(agreeing(quality, Optional.of(thing)))));
        words.add(thing.material().map(material -> "من " + material.form(language(), DEFINITE)));
        words.add(thing.colour().map(this::coloured));
        words.add(thing.use().map(this::word));
        words.add(thing.audience().map(this::word));
        words.add(thing.brand().map(brand -> "من " + brand));
        return spaced(words);
    }

    @Override
    String pointed(Thing thing) {
        return phrase(thing);
    }

    @Override
    String form(Thing thing) {
        return isFeminine(thing) ? "f" : "m";
    }

    @Override
    String with(String phrase, List<Trait> features) {
        return phrase + " " + parts(features);
    }

    @Override
    String titled(String phrase) {
        return phrase;
    }

    @Override
    String made(List<Trait> materials) {
        return joined(materials.stream()
                .map(trait -> word(trait.term())
                        + trait.slot().map(slot -> " " + slot).orElse(""))
                .toList());
    }

    @Override
    String identity(Optional<Thing> thing, String name, List<Trait> materials, List<Trait> features) {
        boolean feminine = thing.filter(this::isFeminine).isPresent();
        List<String> clauses = new ArrayList<>();
        if (!materials.isEmpty()) {
            clauses.add((feminine ? "مصنوعة" : "مصنوع") + " من " + definitely(materials));
        }
        if (!features.isEmpty()) {
            String and = clauses.isEmpty() ? "" : "و";
            clauses.add(and + (feminine ? "تتميز " : "يتميز ") + parts(features));
        }
        return (subject(name) + " " + String.join("، ", clauses)).strip();
    }

    /// A Latin name at the start would turn the direction of the sentence.
    private static String subject(String name) {
        return name.matches("(?s)^[\\p{IsLatin}\\p{N}].*") ? "منتج " + name : name;
    }

    @Override
    String qualities(Optional<Thing> thing, List<Term> qualities) {
        return joined(
                qualities.stream().map(quality -> agreeing(quality, thing)).toList());
    }

    @Override
    String praised(Optional<Thing> thing, List<Term> qualities) {
        return qualities(thing, qualities);
    }

    @Override
    String used(List<Term> uses) {
        return joined(uses.stream().map(this::word).toList());
    }

    @Override
    String feature(Trait feature) {
        return word(feature.term())
                + feature.slot().map(count -> " (" + count + ")").orElse("");
    }

    @Override
    String quoted(String text) {
        return "«" + text + "»";
    }

    @Override
    String list(List<String> items) {
        return joined(items);
    }

    @Override
    String semicolon() {
        return "؛ ";
    }

    @Override
    String comma() {
        return "، ";
    }

    /// The form after a preposition is the second one where a word has it: جيبين for جيبان.
    private String parts(List<Trait> features) {
        return "ب"
                + joined(features.stream()
                        .map(feature -> feature.term().form(language(), 1)
                                + feature.slot()
                                        .map(count -> " (" + count + ")")
                                        .orElse(""))
                        .toList());
    }

    private String coloured(Term colour) {
        return "باللون " + colour.form(language(), DEFINITE);
    }

    private String definitely(List<Trait> materials) {
        return joined(materials.stream()
                .map(trait -> trait.term().form(language(), DEFINITE)
                        + trait.slot().map(slot -> " بنسبة " + slot).orElse(""))
                .toList());
    }

    private String agreeing(Term adjective, Optional<Thing> thing) {
        return adjective.form(language(), thing.filter(this::isFeminine).isPresent() ? 1 : 0);
    }

    private boolean isFeminine(Thing thing) {
        return thing.many() || thing.noun().form(language(), 2).equals("f");
    }

    private static String joined(List<String> items) {
        return String.join(" و", items);
    }
}
