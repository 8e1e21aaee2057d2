package io.pasar.content.compose;

import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Simplified Chinese: everything before the noun, no spaces, 这款 for every measure word.
final class Chinese extends Grammar {

    private static final int BEFORE_NOUN = 1;

    Chinese() {
        super(Language.ZH);
    }

    @Override
    String phrase(Thing thing) {
        return phrase(thing, "");
    }

    private String phrase(Thing thing, String features) {
        List<Optional<String>> words = new ArrayList<>();
        words.add(thing.brand().map(brand -> brand + " "));
        words.add(thing.audience().map(this::word));
        words.addAll(words(thing.qualities(false)));
        words.add(thing.colour().map(this::word));
        words.add(thing.use().map(this::word));
        words.addAll(words(thing.qualities(true)));
        words.add(thing.material().map(term -> term.form(language(), BEFORE_NOUN)));
        words.add(Optional.of(features));
        words.add(Optional.of(word(thing.noun())));
        return String.join("", words.stream().flatMap(Optional::stream).toList());
    }

    /// A title puts what has a short form before the noun: 长袖衬衫.
    String phraseWith(Thing thing, List<Trait> features) {
        return phrase(
                thing,
                features.stream()
                        .flatMap(feature -> feature.term().ownForm(language(), BEFORE_NOUN).stream())
                        .findFirst()
                        .orElse(""));
    }

    @Override
    String pointed(Thing thing) {
        return "这款" + phrase(thing);
    }

    @Override
    String form(Thing thing) {
        return "m";
    }

    @Override
    String with(String phrase, List<Trait> features) {
        return phrase + " "
                + String.join(" ", features.stream().map(this::feature).toList());
    }

    @Override
    String titled(String phrase) {
        return phrase;
    }

    @Override
    String made(List<Trait> materials) {
        return String.join(
                "、",
                materials.stream()
                        .map(trait -> trait.slot().orElse("") + word(trait.term()))
                        .toList());
    }

    @Override
    String identity(Optional<Thing> thing, String name, List<Trait> materials, List<Trait> features) {
        boolean wear = thing.filter(known -> known.noun().wear()).isPresent();
        List<String> clauses = new ArrayList<>();
        if (!materials.isEmpty()) {
            clauses.add("采用" + made(materials) + (wear ? "面料" : "材质"));
        }
        List<String> parts = words(features, false);
        if (!parts.isEmpty()) {
            clauses.add((wear ? "细节包括" : "带有") + list(parts));
        }
        clauses.addAll(words(features, true));
        return name + String.join("，", clauses);
    }

    private List<String> words(List<Trait> features, boolean lone) {
        return features.stream()
                .filter(feature -> feature.term().lone() == lone)
                .map(this::feature)
                .toList();
    }

    @Override
    String qualities(Optional<Thing> thing, List<Term> qualities) {
        return String.join("、", qualities.stream().map(this::word).toList());
    }

    @Override
    String praised(Optional<Thing> thing, List<Term> qualities) {
        return "特点：" + qualities(thing, qualities);
    }

    @Override
    String used(List<Term> uses) {
        return "适用于" + String.join("、", uses.stream().map(this::word).toList());
    }

    @Override
    String feature(Trait feature) {
        return feature.slot().map(count -> count + "个").orElse("") + word(feature.term());
    }

    @Override
    String quoted(String text) {
        return "“" + text + "”";
    }

    @Override
    String colon() {
        return "：";
    }

    @Override
    String stop() {
        return "。";
    }

    @Override
    String gap() {
        return "";
    }

    @Override
    String semicolon() {
        return "；";
    }

    @Override
    String comma() {
        return "、";
    }
}
