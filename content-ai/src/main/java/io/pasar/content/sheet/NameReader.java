package io.pasar.content.sheet;

import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.TermMatch;
import java.util.List;
import java.util.Optional;

/// Reads a product's name. "Ocean Blue Shirt" describes and can be said in any language; "Acme Turbo 3" is a
/// name and stays.
final class NameReader {

    private NameReader() {}

    /// What a name says.
    record Name(boolean descriptive, Optional<Term> noun, boolean many, List<Trait> traits) {}

    static Name read(List<Segment> segments) {
        List<TermMatch> words = segments.stream()
                .flatMap(segment -> segment.pieces().stream())
                .filter(Segment.Word.class::isInstance)
                .map(piece -> ((Segment.Word) piece).match())
                .toList();
        List<TermMatch> things = words.stream()
                .filter(word -> word.term().kind() == TermClass.PRODUCT)
                .toList();
        boolean understood = segments.stream().allMatch(Segment::isUnderstood)
                && segments.stream()
                        .flatMap(segment -> segment.pieces().stream())
                        .allMatch(Segment.Word.class::isInstance);
        boolean descriptive = understood && things.size() == 1;
        Optional<TermMatch> thing = things.isEmpty() ? Optional.empty() : Optional.of(things.getLast());
        return new Name(
                descriptive,
                thing.map(TermMatch::term),
                thing.filter(TermMatch::many).isPresent(),
                descriptive ? traits(words) : List.of());
    }

    private static List<Trait> traits(List<TermMatch> words) {
        return words.stream()
                .map(TermMatch::term)
                .filter(term -> term.kind() != TermClass.PRODUCT)
                .map(term -> new Trait("name", term, Optional.empty()))
                .toList();
    }
}
