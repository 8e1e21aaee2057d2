package io.pasar.content.compose;

import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Spanish: modifiers after the noun, adjectives agree in gender and number.
final class Spanish extends Grammar {

    private static final List<String> FORMS = List.of("m", "f", "mp", "fp");
    private static final List<String> THIS = List.of("este", "esta", "estos", "estas");

    Spanish() {
        super(Language.ES);
    }

    @Override
    String phrase(Thing thing) {
        int agreement = agreement(thing);
        List<Optional<String>> words = new ArrayList<>();
        words.add(Optional.of(thing.noun().form(language(), thing.many() ? 1 : 0)));
        words.addAll(adjectives(thing.nearFirst(), agreement, false));
        words.add(thing.colour().map(colour -> agreeing(colour, agreement)));
        words.add(thing.material().map(material -> "de " + word(material)));
        words.addAll(adjectives(thing.nearFirst(), agreement, true));
        words.add(thing.use().map(this::word));
        words.add(thing.audience().map(this::word));
        words.add(thing.brand());
        return spaced(words);
    }

    @Override
    String pointed(Thing thing) {
        return THIS.get(agreement(thing)) + " " + phrase(thing);
    }

    @Override
    String form(Thing thing) {
        return FORMS.get(agreement(thing));
    }

    @Override
    String with(String phrase, List<Trait> features) {
        List<Trait> parts =
                features.stream().filter(feature -> !feature.term().lone()).toList();
        String withParts = parts.isEmpty()
                ? phrase
                : phrase + " con " + list(parts.stream().map(this::feature).toList());
        return alone(withParts, features);
    }

    @Override
    String titled(String phrase) {
        return capital(phrase);
    }

    @Override
    String made(List<Trait> materials) {
        if (materials.size() == 1) {
            Trait only = materials.getFirst();
            return spaced(List.of(Optional.of(word(only.term())), only.slot()));
        }
        return list(materials.stream()
                .map(trait -> spaced(List.of(trait.slot(), Optional.of(word(trait.term())))))
                .toList());
    }

    @Override
    String identity(Optional<Thing> thing, String name, List<Trait> materials, List<Trait> features) {
        boolean many = thing.filter(known -> agreement(known) > 1).isPresent();
        boolean wear = thing.filter(known -> known.noun().wear()).isPresent();
        List<Trait> parts =
                features.stream().filter(feature -> !feature.term().lone()).toList();
        List<String> clauses = new ArrayList<>();
        if (!materials.isEmpty()) {
            clauses.add((many ? "son de " : "es de ") + made(materials));
        }
        if (!parts.isEmpty()) {
            String has = wear ? (many ? "llevan " : "lleva ") : (many ? "cuentan con " : "cuenta con ");
            clauses.add(has + list(parts.stream().map(this::feature).toList()));
        }
        String said = (name + " " + String.join(" y ", clauses)).strip();
        return clauses.isEmpty() ? alone(said + " va", features).replace(" va, ", " va ") : alone(said, features);
    }

    @Override
    String qualities(Optional<Thing> thing, List<Term> qualities) {
        int agreement = thing.map(this::agreement).orElse(0);
        return list(
                qualities.stream().map(quality -> agreeing(quality, agreement)).toList());
    }

    /// "Es cómoda e impermeable, con capucha".
    @Override
    String praised(Optional<Thing> thing, List<Term> qualities) {
        boolean many = thing.filter(known -> agreement(known) > 1).isPresent();
        List<Term> adjectives =
                qualities.stream().filter(quality -> !isPhrase(quality)).toList();
        List<Term> phrases = qualities.stream().filter(this::isPhrase).toList();
        String is = adjectives.isEmpty() ? "" : (many ? "son " : "es ") + qualities(thing, adjectives);
        String and = is.isEmpty() || phrases.isEmpty() ? "" : ", ";
        return is + and + (phrases.isEmpty() ? "" : qualities(thing, phrases));
    }

    /// Phrases such as "con capucha" stand behind the material, unless they belong next to the noun.
    private List<Optional<String>> adjectives(List<Term> qualities, int agreement, boolean phrases) {
        return qualities.stream()
                .filter(quality -> (isPhrase(quality) && !quality.near()) == phrases)
                .map(quality -> Optional.of(agreeing(quality, agreement)))
                .toList();
    }

    private boolean isPhrase(Term quality) {
        return word(quality).matches("(?:con|sin|de|a|por) .*");
    }

    @Override
    String used(List<Term> uses) {
        return list(uses.stream().map(this::word).toList());
    }

    @Override
    String feature(Trait feature) {
        return spaced(List.of(feature.slot(), Optional.of(word(feature.term()))));
    }

    /// La talla.
    @Override
    String afterLabel(Term term, boolean sizeOfWear) {
        return sizeOfWear ? agreeing(term, 1) : word(term);
    }

    @Override
    String quoted(String text) {
        return "«" + text + "»";
    }

    /// "sin cuello" follows a comma, never "con".
    private String alone(String text, List<Trait> features) {
        List<String> alone = features.stream()
                .filter(feature -> feature.term().lone())
                .map(this::feature)
                .toList();
        return alone.isEmpty() ? text : text + ", " + list(alone);
    }

    private String agreeing(Term adjective, int agreement) {
        return adjective.form(language(), agreement);
    }

    /// 0 masculine, 1 feminine, 2 and 3 the same in the plural.
    private int agreement(Thing thing) {
        int own = FORMS.indexOf(thing.noun().form(language(), 2));
        return thing.many() && own < 2 ? own + 2 : own;
    }
}
