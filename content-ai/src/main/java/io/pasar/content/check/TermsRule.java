package io.pasar.content.check;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.language.Language;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Terminology;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every material, certificate or colour in the text is in the facts; a wider word is fine, wood for oak.
final class TermsRule implements Rule {

    /// Words of these classes that hold a word of another one: "rose gold" is no gold.
    private static final Set<TermClass> SHADOWS = EnumSet.of(
            TermClass.MATERIAL, TermClass.COLOUR, TermClass.CERTIFICATE, TermClass.PRODUCT, TermClass.NEUTRAL);

    private final Terminology terms;
    private final TermClass kind;
    private final String name;
    private final Set<CopyKind> where;

    TermsRule(Terminology terms, TermClass kind, String name, Set<CopyKind> where) {
        this.terms = terms;
        this.kind = kind;
        this.name = name;
        this.where = where;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        if (!where.contains(draft.kind())) {
            return Optional.empty();
        }
        List<Term> known = known(subject);
        List<String> wrong = said(draft.whole(), subject.brief().language()).stream()
                .filter(term -> known.stream().noneMatch(fact -> terms.isA(fact, term)))
                .map(term -> "No fact says \"" + term.word(Language.EN) + "\".")
                .toList();
        return Rule.of(draft.kind(), name, "Every one of the " + name + " is in the facts.", wrong);
    }

    private List<Term> said(String text, Language language) {
        return terms
                .scan(Lexer.tokens(text), match -> SHADOWS.contains(match.term().kind()) && readable(match, language))
                .stream()
                .map(TermMatch::term)
                .filter(term -> term.kind() == kind)
                .distinct()
                .toList();
    }

    /// In the facts even a word inside another one counts: "flannel shirt" holds flannel.
    private List<Term> known(Subject subject) {
        return terms
                .scan(
                        Lexer.tokens(subject.source()),
                        match -> match.term().kind() == kind
                                && readable(match, subject.brief().source()))
                .stream()
                .map(TermMatch::term)
                .toList();
    }

    private static boolean readable(TermMatch match, Language language) {
        return match.language() == language || match.language() == Language.EN;
    }
}
