package io.pasar.content.sheet;

import io.pasar.content.sheet.Statement.Told;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one segment: terms with the placeholders that belong to them, or the words as told.
final class SegmentReader {

    private final Terminology terms;
    private final Optional<Term> noun;

    SegmentReader(Terminology terms, Optional<Term> noun) {
        this.terms = terms;
        this.noun = noun;
    }

    /// The segments of one text. Neighbours in a sentence that nobody understood stay together as they were.
    List<Statement> read(String fact, List<Segment> segments) {
        List<Statement> statements = new ArrayList<>();
        List<Segment> told = new ArrayList<>();
        for (Segment segment : segments) {
            Optional<List<Statement>> traits = segment.isUnderstood() ? traits(fact, segment) : Optional.empty();
            if (traits.isPresent() || isElsewhere(told, segment)) {
                keep(fact, told, statements);
            }
            traits.ifPresentOrElse(statements::addAll, () -> told.add(segment));
        }
        keep(fact, told, statements);
        return statements;
    }

    private static boolean isElsewhere(List<Segment> told, Segment segment) {
        return !told.isEmpty() && told.getLast().sentence() != segment.sentence();
    }

    private static void keep(String fact, List<Segment> told, List<Statement> statements) {
        if (!told.isEmpty()) {
            Segment first = told.getFirst();
            statements.add(new Told(
                    fact, first.text().substring(first.start(), told.getLast().end())));
            told.clear();
        }
    }

    /// Empty if a placeholder belongs to nothing or the segment speaks of another thing.
    private Optional<List<Statement>> traits(String fact, Segment segment) {
        List<Statement> traits = new ArrayList<>();
        Optional<String> slot = Optional.empty();
        for (Segment.Piece piece : segment.pieces()) {
            switch (piece) {
                case Segment.Slot(var text) -> {
                    if (slot.isPresent()) {
                        return Optional.empty();
                    }
                    slot = Optional.of(text);
                }
                case Segment.Word(var match) -> {
                    Term term = match.term();
                    if (term.kind() == TermClass.PRODUCT && !isThis(term)) {
                        return Optional.empty();
                    }
                    Optional<String> own = slot.filter(text -> takes(term, text));
                    traits.add(new Trait(fact, term, own));
                    slot = own.isPresent() ? Optional.empty() : slot;
                }
            }
        }
        return slot.isEmpty() ? Optional.of(traits) : trailing(traits, slot.get());
    }

    /// "cotton 100%": the placeholder behind its term.
    private Optional<List<Statement>> trailing(List<Statement> traits, String slot) {
        if (traits.size() == 1
                && traits.getFirst() instanceof Trait(var fact, var term, var none)
                && none.isEmpty()
                && takes(term, slot)) {
            return Optional.of(List.of(new Trait(fact, term, Optional.of(slot))));
        }
        return Optional.empty();
    }

    private static boolean takes(Term term, String slot) {
        return switch (term.kind()) {
            case MATERIAL -> slot.startsWith("[[percent");
            case FEATURE -> slot.startsWith("[[count");
            default -> false;
        };
    }

    private boolean isThis(Term term) {
        return noun.filter(thing -> terms.isA(term, thing) || terms.isA(thing, term))
                .isPresent();
    }
}
