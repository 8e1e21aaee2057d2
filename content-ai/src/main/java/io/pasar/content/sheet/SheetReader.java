package io.pasar.content.sheet;

import io.pasar.content.fact.FactLine;
import io.pasar.content.language.Language;
import io.pasar.content.language.Languages;
import io.pasar.content.sheet.NameReader.Name;
import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.sheet.Statement.Words;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a product's name and facts into a [Sheet]. Pure; never guesses: a stretch of text that holds one unknown
/// word is kept as it was told.
public final class SheetReader {

    private final Terminology terms;
    private final Languages languages;

    public SheetReader(Terminology terms, Languages languages) {
        this.terms = terms;
        this.languages = languages;
    }

    /// @param facts with placeholders instead of measures
    /// @param source the language of name and facts
    public Sheet read(String name, List<FactLine> facts, Language source) {
        Segments segments = new Segments(terms, languages, source);
        Optional<String> brand = brand(facts, source);
        Name read = NameReader.read(segments.of(withoutBrand(name, brand)));
        FactReader reader = new FactReader(terms, segments, source, read.noun());
        List<Statement> said =
                facts.stream().flatMap(fact -> reader.read(fact).stream()).toList();
        Optional<Term> noun = narrowest(read.noun(), said);
        List<Statement> statements = Stream.concat(read.traits().stream(), said.stream())
                .filter(statement ->
                        !(statement instanceof Trait trait && trait.term().kind() == TermClass.PRODUCT))
                .toList();
        return new Sheet(name, read.descriptive(), noun, read.many(), brand, source, distinct(statements));
    }

    private Optional<String> brand(List<FactLine> facts, Language source) {
        FactReader reader = new FactReader(terms, new Segments(terms, languages, source), source, Optional.empty());
        return facts.stream()
                .filter(fact -> fact.name() != null)
                .flatMap(fact -> reader.read(fact).stream())
                .filter(statement -> statement instanceof Labelled labelled && isBrand(labelled))
                .map(statement -> ((Words) ((Labelled) statement).value()).text())
                .findFirst();
    }

    private static boolean isBrand(Labelled labelled) {
        return labelled.label().term().filter(term -> term.id().equals("brand")).isPresent();
    }

    private static String withoutBrand(String name, Optional<String> brand) {
        int at = brand.map(text -> name.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT)))
                .orElse(-1);
        return at < 0
                ? name
                : name.substring(0, at) + " "
                        + name.substring(at + brand.orElse("").length());
    }

    /// A fact may say more exactly what it is: the "copper light" is a bedside light.
    private Optional<Term> narrowest(Optional<Term> noun, List<Statement> said) {
        return said.stream()
                .filter(Trait.class::isInstance)
                .map(statement -> ((Trait) statement).term())
                .filter(term -> term.kind() == TermClass.PRODUCT)
                .filter(term -> noun.filter(wider -> terms.isA(term, wider)).isPresent())
                .findFirst()
                .or(() -> noun);
    }

    /// One trait a term, the one with a placeholder first; a wider material goes when a narrower one is there.
    private List<Statement> distinct(List<Statement> statements) {
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : statements) {
            if (!(statement instanceof Trait trait) || !isSaidBetter(trait, statements, kept)) {
                kept.add(statement);
            }
        }
        return List.copyOf(kept);
    }

    private boolean isSaidBetter(Trait trait, List<Statement> all, List<Statement> kept) {
        boolean again = kept.stream()
                .anyMatch(other -> other instanceof Trait(var _, var term, var _) && term.equals(trait.term()));
        return again
                || all.stream()
                        .filter(other -> other instanceof Trait && !other.equals(trait))
                        .map(Trait.class::cast)
                        .anyMatch(other -> says(other, trait));
    }

    private boolean says(Trait better, Trait trait) {
        boolean same = better.term().equals(trait.term());
        boolean exact = same && better.slot().isPresent() && trait.slot().isEmpty();
        boolean narrower =
                !same && better.term().kind() == TermClass.MATERIAL && terms.isA(better.term(), trait.term());
        boolean corrected = trait.term().id().equals(better.term().instead())
                && better.term().kind() == trait.term().kind();
        return exact || ((narrower || corrected) && trait.slot().isEmpty());
    }
}
