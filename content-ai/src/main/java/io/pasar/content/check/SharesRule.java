package io.pasar.content.check;

import io.pasar.content.brief.Draft;
import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.Term;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Terminology;
import io.pasar.content.term.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A percentage stands beside the material it belongs to: 60% cotton and 40% polyester, not the other way round.
final class SharesRule implements Rule {

    private static final int NEAR = 4;

    private final Terminology terms;

    SharesRule(Terminology terms) {
        this.terms = terms;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        List<Trait> shares = subject.sheet().traits(TermClass.MATERIAL).stream()
                .filter(trait -> trait.slot().isPresent())
                .toList();
        if (shares.size() < 2) {
            return Optional.empty();
        }
        List<Token> tokens = Lexer.tokens(draft.whole());
        List<TermMatch> materials = terms.scan(
                tokens,
                match -> match.term().kind() == TermClass.MATERIAL
                        && (match.language() == subject.brief().language() || match.language() == Language.EN));
        List<String> wrong = shares.stream()
                .filter(share -> isMisplaced(share, tokens, materials))
                .map(share ->
                        share.slot().orElse("") + " belongs to " + share.term().word(Language.EN) + ".")
                .toList();
        return Rule.of(draft.kind(), "shares", "Every percentage stands with its material.", wrong);
    }

    private boolean isMisplaced(Trait share, List<Token> tokens, List<TermMatch> materials) {
        String slot = share.slot().orElse("");
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).text().equals(slot))
                .mapToObj(at -> nearest(at, materials))
                .flatMap(Optional::stream)
                .anyMatch(term -> !terms.isA(share.term(), term));
    }

    private static Optional<Term> nearest(int at, List<TermMatch> materials) {
        return materials.stream()
                .filter(match -> distance(at, match) <= NEAR)
                .min(Comparator.comparingInt(match -> distance(at, match)))
                .map(TermMatch::term);
    }

    private static int distance(int at, TermMatch match) {
        return at < match.from() ? match.from() - at : at - match.to() + 1;
    }
}
