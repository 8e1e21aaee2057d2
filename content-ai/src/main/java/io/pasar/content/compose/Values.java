package io.pasar.content.compose;

import com.ibm.icu.util.ULocale;
import io.pasar.content.sheet.Statement.Bare;
import io.pasar.content.sheet.Statement.Country;
import io.pasar.content.sheet.Statement.Known;
import io.pasar.content.sheet.Statement.Label;
import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Words;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.ArrayList;
import java.util.List;

/// Writes labelled values, such as a weight.
final class Values {

    private final Assignment assignment;
    private final Terminology terms;

    Values(Assignment assignment, Terminology terms) {
        this.assignment = assignment;
        this.terms = terms;
    }

    String line(Labelled labelled) {
        return label(labelled) + grammar().colon() + value(labelled);
    }

    /// A label of the term base and what follows it.
    String line(String label, String value) {
        return grammar().word(terms.get(TermClass.LABEL, label)) + grammar().colon() + value;
    }

    /// Several in one sentence; a label in the middle of it has no capital.
    String sentence(List<Labelled> labelled) {
        List<String> lines = new ArrayList<>();
        for (Labelled value : labelled) {
            lines.add(lines.isEmpty() ? line(value) : grammar().small(line(value)));
        }
        return String.join(grammar().semicolon(), lines);
    }

    private String label(Labelled labelled) {
        Label label = labelled.label();
        return label.term().map(term -> label(term, isSeveral(labelled))).orElseGet(() -> ours(label.text()));
    }

    /// Clothes have another word for size than things.
    private String label(Term label, boolean several) {
        boolean wear = assignment.thing().filter(thing -> thing.noun().wear()).isPresent();
        boolean sizeOfThing = label.id().equals("size") && !wear;
        Term word = sizeOfThing ? terms.get(TermClass.LABEL, "size-thing") : label;
        return word.form(grammar().language(), several ? 1 : 0);
    }

    private static boolean isSeveral(Labelled labelled) {
        return labelled.value() instanceof Bare(var text) && text.contains(",");
    }

    private String value(Labelled labelled) {
        return switch (labelled.value()) {
            case Bare(var text) ->
                assignment.grammar() instanceof English
                        ? text
                        : text.replace(", ", grammar().comma());
            case Known(var term) -> grammar().afterLabel(term, isSizeOfWear(labelled));
            case Country(var region) ->
                ULocale.getDisplayCountry("und-" + region, grammar().language().code());
            case Words(var text, var name) -> name ? text : ours(text);
        };
    }

    private boolean isSizeOfWear(Labelled labelled) {
        boolean wear = assignment.thing().filter(thing -> thing.noun().wear()).isPresent();
        return wear
                && labelled.label()
                        .term()
                        .filter(label -> label.id().equals("size"))
                        .isPresent();
    }

    /// Words as told, marked if they are of another language.
    private String ours(String text) {
        return assignment.toldInOurLanguage() ? text : grammar().quoted(text);
    }

    private Grammar grammar() {
        return assignment.grammar();
    }
}
