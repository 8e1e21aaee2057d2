package io.pasar.content.compose;

import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.LabelRole;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Running text: description, social post, host script.
final class Prose {

    private static final int PARTS_MAX = 6;
    private static final int PARTS_IN_POST = 2;
    private static final int TAGS_IN_POST = 3;
    private static final Set<LabelRole> SIZES = Set.of(LabelRole.MEASURE, LabelRole.SIZE);
    private static final Set<LabelRole> PRICES = Set.of(LabelRole.PRICE);

    private final Assignment assignment;
    private final Grammar grammar;
    private final Values values;
    private final Keywords keywords;

    Prose(Assignment assignment, Terminology terms) {
        this.assignment = assignment;
        this.grammar = assignment.grammar();
        this.values = new Values(assignment, terms);
        this.keywords = new Keywords(assignment);
    }

    String description() {
        List<String> sentences = new ArrayList<>();
        assignment.hook().ifPresent(sentences::add);
        sentences.add(identity(parts(PARTS_MAX)));
        sentences.addAll(traits());
        labelled(SIZES).ifPresent(sentences::add);
        sentences.addAll(toldHere());
        assignment.say(Line.CLOSING).ifPresent(sentences::add);
        return paragraph(sentences);
    }

    String socialPost() {
        Stream<String> lines = Stream.of(
                line(assignment.say(Line.POST)),
                paragraph(again(parts(PARTS_IN_POST))),
                line(labelled(PRICES)),
                line(assignment.say(Line.CALL)),
                String.join(
                        " ", keywords.hashtags().stream().limit(TAGS_IN_POST).toList()));
        return lines(lines);
    }

    String hostScript() {
        Stream<String> lines = Stream.of(
                paragraph(present(List.of(assignment.say(Line.GREETING), assignment.say(Line.INTRO)))),
                paragraph(again(parts(PARTS_MAX))),
                paragraph(present(List.of(labelled(SIZES), labelled(PRICES)))),
                line(assignment.say(Line.QUESTION)));
        return lines(lines);
    }

    private List<Trait> parts(int max) {
        return assignment.traits(TermClass.FEATURE).stream().limit(max).toList();
    }

    /// What it is, with its whole phrase.
    private String identity(List<Trait> parts) {
        List<Trait> materials = assignment.traits(TermClass.MATERIAL);
        if (materials.isEmpty() && parts.isEmpty()) {
            return assignment.phrase();
        }
        String subject = assignment
                .ownName()
                .orElseGet(() -> assignment
                        .thing()
                        .map(Thing::withoutMaterial)
                        .map(grammar::pointed)
                        .orElse(""));
        return grammar.identity(assignment.thing(), subject, materials, parts);
    }

    /// The same after the thing was named already.
    private List<String> again(List<Trait> parts) {
        List<Trait> materials = assignment.traits(TermClass.MATERIAL);
        List<String> sentences = new ArrayList<>();
        if (!materials.isEmpty() || !parts.isEmpty()) {
            String pronoun = grammar.pronoun(assignment.thing());
            sentences.add(grammar.identity(assignment.thing(), pronoun, materials, parts));
        }
        sentences.addAll(traits());
        return sentences;
    }

    /// Qualities and uses the phrase does not hold already.
    private List<String> traits() {
        List<String> sentences = new ArrayList<>();
        boolean named = assignment.ownName().isPresent();
        List<Term> said =
                assignment.thing().filter(_ -> !named).map(Thing::qualities).orElse(List.of());
        List<Term> more = assignment.terms(TermClass.QUALITY).stream()
                .filter(quality -> !said.contains(quality))
                .toList();
        if (!more.isEmpty()) {
            sentences.add(grammar.praised(assignment.thing(), more));
        }
        List<Term> uses = assignment.terms(TermClass.USE);
        if (uses.size() > 1 || (named && !uses.isEmpty())) {
            sentences.add(grammar.used(uses));
        }
        return sentences;
    }

    private Optional<String> labelled(Set<LabelRole> roles) {
        List<Labelled> labelled = assignment.sheet().labelled().stream()
                .filter(value -> value.label()
                        .term()
                        .map(Term::role)
                        .filter(roles::contains)
                        .isPresent())
                .toList();
        return labelled.isEmpty() ? Optional.empty() : Optional.of(values.sentence(labelled));
    }

    private List<String> toldHere() {
        return assignment.toldInOurLanguage()
                ? assignment.sheet().told().stream()
                        .map(told -> grammar.capital(told.text()))
                        .toList()
                : List.of();
    }

    private String line(Optional<String> sentence) {
        return sentence.map(grammar::sentence).orElse("");
    }

    private String paragraph(List<String> sentences) {
        return String.join(
                grammar.gap(), sentences.stream().map(grammar::sentence).toList());
    }

    private static List<String> present(List<Optional<String>> sentences) {
        return sentences.stream().flatMap(Optional::stream).toList();
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", lines.filter(line -> !line.isBlank()).toList());
    }
}
