package io.pasar.content.compose;

import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// English: modifiers before the noun, articles before singular parts.
final class English extends Grammar {

    private static final Set<String> SMALL = Set.of("of", "with", "and", "in", "for", "the", "a", "an", "on", "to");

    English() {
        super(Language.EN);
    }

    @Override
    String phrase(Thing thing) {
        List<Optional<String>> words = new ArrayList<>();
        words.add(thing.brand());
        words.add(thing.audience().map(this::word));
        words.addAll(words(thing.qualities(false)));
        words.add(thing.colour().map(this::word));
        words.add(thing.material().map(term -> term.form(language(), 1)));
        words.addAll(words(thing.qualities(true)));
        words.add(thing.use().map(this::word));
        words.add(Optional.of(noun(thing)));
        return spaced(words);
    }

    @Override
    String pointed(Thing thing) {
        return (isMany(thing) ? "these " : "this ") + phrase(thing);
    }

    @Override
    String form(Thing thing) {
        return isMany(thing) ? "mp" : "m";
    }

    @Override
    String with(String phrase, List<Trait> features) {
        return phrase + " with " + list(features.stream().map(this::feature).toList());
    }

    @Override
    String titled(String phrase) {
        return Arrays.stream(phrase.split(" ", -1))
                .map(word -> SMALL.contains(word) ? word : capital(word))
                .collect(Collectors.joining(" "));
    }

    @Override
    String made(List<Trait> materials) {
        return list(materials.stream()
                .map(trait -> spaced(List.of(trait.slot(), Optional.of(word(trait.term())))))
                .toList());
    }

    @Override
    String identity(Optional<Thing> thing, String name, List<Trait> materials, List<Trait> features) {
        boolean many = thing.filter(this::isMany).isPresent();
        List<String> clauses = new ArrayList<>();
        if (!materials.isEmpty()) {
            clauses.add((many ? "are" : "is") + " made of " + made(materials));
        }
        if (!features.isEmpty()) {
            clauses.add((many ? "have " : "has ")
                    + list(features.stream().map(this::withArticle).toList()));
        }
        return name + " " + String.join(" and ", clauses);
    }

    @Override
    String pronoun(Optional<Thing> thing) {
        return thing.filter(this::isMany).isPresent() ? "they" : "it";
    }

    @Override
    String qualities(Optional<Thing> thing, List<Term> qualities) {
        return list(
                qualities.stream().map(quality -> quality.form(language(), 1)).toList());
    }

    @Override
    String praised(Optional<Thing> thing, List<Term> qualities) {
        return (thing.filter(this::isMany).isPresent() ? "They are " : "It is ") + qualities(thing, qualities);
    }

    @Override
    String used(List<Term> uses) {
        return list(uses.stream().map(term -> term.form(language(), 1)).toList());
    }

    @Override
    String feature(Trait feature) {
        return spaced(List.of(feature.slot(), Optional.of(word(feature.term()))));
    }

    @Override
    String quoted(String text) {
        return "“" + text + "”";
    }

    private String withArticle(Trait feature) {
        Optional<String> article =
                feature.slot().isPresent() ? Optional.empty() : feature.term().ownForm(language(), 1);
        return spaced(List.of(article, Optional.of(feature(feature))));
    }

    private String noun(Thing thing) {
        return thing.noun().form(language(), thing.many() ? 1 : 0);
    }

    private boolean isMany(Thing thing) {
        Term noun = thing.noun();
        return thing.many() || noun.form(language(), 0).equals(noun.form(language(), 1));
    }
}
