package io.pasar.content.check;

import io.pasar.content.brief.Draft;
import io.pasar.content.brief.Slots;
import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Labelled;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.sheet.Statement.Words;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Terminology;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where nothing may be lost: every measure, material, certificate and name of the facts is in the text.
final class CompleteRule implements Rule {

    private static final Set<TermClass> KEPT = Set.of(TermClass.MATERIAL, TermClass.CERTIFICATE);

    private final Terminology terms;

    CompleteRule(Terminology terms) {
        this.terms = terms;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        if (!draft.kind().isComplete()) {
            return Optional.empty();
        }
        List<String> lost = Stream.of(slots(draft, subject), names(draft, subject), traits(draft, subject))
                .flatMap(stream -> stream)
                .toList();
        return Rule.of(draft.kind(), "complete", "No measure, material, certificate or name is lost.", lost);
    }

    private static Stream<String> slots(Draft draft, Subject subject) {
        List<String> said = Slots.in(draft.whole());
        return subject.slots().stream()
                .filter(slot -> !said.contains(slot))
                .sorted()
                .map(slot -> "[[" + slot + "]] is missing.");
    }

    private static Stream<String> names(Draft draft, Subject subject) {
        String text = draft.whole().toLowerCase(Locale.ROOT);
        return subject.sheet().labelled().stream()
                .map(Labelled::value)
                .filter(value -> value instanceof Words(var _, var name) && name)
                .map(value -> ((Words) value).text())
                .filter(name -> !text.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> "The name \"" + name + "\" is missing.");
    }

    private Stream<String> traits(Draft draft, Subject subject) {
        Language language = subject.brief().language();
        List<Term> said = terms
                .scan(
                        Lexer.tokens(draft.whole()),
                        match -> KEPT.contains(match.term().kind())
                                && (match.language() == language || match.language() == Language.EN))
                .stream()
                .map(TermMatch::term)
                .toList();
        return subject.sheet().statements().stream()
                .filter(statement -> statement instanceof Trait trait && mustBeSaid(trait, language))
                .map(statement -> ((Trait) statement).term())
                .filter(term -> said.stream().noneMatch(word -> terms.isA(word, term) || terms.isA(term, word)))
                .map(term -> "\"" + term.word(Language.EN) + "\" is missing.");
    }

    /// In a language without terms nobody can tell whether a material was said.
    private static boolean mustBeSaid(Trait trait, Language language) {
        boolean known = trait.term().forms().containsKey(language);
        return known && KEPT.contains(trait.term().kind()) && !trait.fact().equals("name");
    }
}
