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

/// Indonesian: modifiers after the noun, nothing agrees, "ini" at the end of the phrase.
final class Indonesian extends Grammar {

    private static final Set<String> SMALL = Set.of("dan", "dengan", "untuk", "di", "dari", "yang");

    Indonesian() {
        super(Language.ID);
    }

    @Override
    String phrase(Thing thing) {
        List<Optional<String>> words = new ArrayList<>();
        words.add(Optional.of(word(thing.noun())));
        words.add(thing.material().map(this::word));
        words.add(thing.use().map(this::word));
        words.add(thing.audience().map(this::word));
        words.addAll(words(thing.nearFirst()));
        words.add(thing.colour().map(this::word));
        words.add(thing.brand());
        return spaced(words);
    }

    @Override
    String pointed(Thing thing) {
        return phrase(thing) + " ini";
    }

    @Override
    String form(Thing thing) {
        return "m";
    }

    @Override
    String with(String phrase, List<Trait> features) {
        return identityWith(phrase, features);
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
        String made = materials.isEmpty() ? name + " hadir" : name + " terbuat dari " + made(materials);
        return (features.isEmpty() ? made : identityWith(made, features)).strip();
    }

    @Override
    String qualities(Optional<Thing> thing, List<Term> qualities) {
        return list(qualities.stream().map(this::word).toList());
    }

    @Override
    String praised(Optional<Thing> thing, List<Term> qualities) {
        return qualities(thing, qualities);
    }

    @Override
    String used(List<Term> uses) {
        return "untuk " + list(uses.stream().map(this::word).toList());
    }

    @Override
    String feature(Trait feature) {
        return spaced(List.of(feature.slot(), Optional.of(word(feature.term()))));
    }

    @Override
    String quoted(String text) {
        return "“" + text + "”";
    }

    private String identityWith(String text, List<Trait> features) {
        List<String> parts = words(features, false);
        List<String> lone = words(features, true);
        String withParts = parts.isEmpty() ? text : text + " dengan " + list(parts);
        return lone.isEmpty() ? withParts : withParts + (parts.isEmpty() ? " " : ", ") + list(lone);
    }

    private List<String> words(List<Trait> features, boolean lone) {
        return features.stream()
                .filter(feature -> feature.term().lone() == lone)
                .map(this::feature)
                .toList();
    }
}
