package io.pasar.content.compose;

import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Told;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.ArrayList;
import java.util.List;

/// Bullet points: every statement of the sheet once, related ones together.
final class Bullets {

    private static final int PARTS_MAX = 4;

    private final Assignment assignment;
    private final Grammar grammar;
    private final Values values;

    Bullets(Assignment assignment, Terminology terms) {
        this.assignment = assignment;
        this.grammar = assignment.grammar();
        this.values = new Values(assignment, terms);
    }

    List<String> write() {
        List<String> bullets = new ArrayList<>();
        labelled(bullets, "material", TermClass.MATERIAL);
        parts(bullets);
        qualities(bullets);
        labelled(bullets, "colour", TermClass.COLOUR);
        uses(bullets);
        labelled(bullets, "gender", TermClass.AUDIENCE);
        assignment.sheet().labelled().stream().map(this::line).forEach(bullets::add);
        labelled(bullets, "care", TermClass.CARE);
        labelled(bullets, "certificate", TermClass.CERTIFICATE);
        told(bullets);
        return bullets.isEmpty() ? List.of(grammar.capital(assignment.phrase())) : List.copyOf(bullets);
    }

    private String line(Labelled labelled) {
        return grammar.capital(values.line(labelled));
    }

    private void labelled(List<String> bullets, String label, TermClass kind) {
        List<Trait> traits = assignment.traits(kind);
        if (traits.isEmpty()) {
            return;
        }
        String value = kind == TermClass.MATERIAL
                ? grammar.made(traits)
                : traits.stream()
                        .map(trait -> afterLabel(trait.term()))
                        .reduce((left, right) -> left + grammar.comma() + right)
                        .orElse("");
        bullets.add(values.line(label, value));
    }

    private String afterLabel(Term term) {
        return term.form(grammar.language(), term.kind() == TermClass.AUDIENCE ? 1 : 0);
    }

    private void parts(List<String> bullets) {
        List<Trait> features = assignment.traits(TermClass.FEATURE);
        for (int from = 0; from < features.size(); from += PARTS_MAX) {
            List<Trait> some = features.subList(from, Math.min(from + PARTS_MAX, features.size()));
            bullets.add(grammar.capital(
                    grammar.list(some.stream().map(grammar::feature).toList())));
        }
    }

    private void qualities(List<String> bullets) {
        List<Term> qualities = assignment.terms(TermClass.QUALITY);
        if (!qualities.isEmpty()) {
            bullets.add(grammar.capital(grammar.qualities(assignment.thing(), qualities)));
        }
    }

    private void uses(List<String> bullets) {
        List<Term> uses = assignment.terms(TermClass.USE);
        if (!uses.isEmpty()) {
            bullets.add(grammar.capital(grammar.used(uses)));
        }
    }

    /// Words nobody understood are kept; those of another language are marked as such.
    private void told(List<String> bullets) {
        for (Told told : assignment.sheet().told()) {
            bullets.add(
                    assignment.toldInOurLanguage() || told.isName()
                            ? grammar.capital(told.text())
                            : assignment.wording().original() + grammar.colon() + grammar.quoted(told.text()));
        }
    }
}
