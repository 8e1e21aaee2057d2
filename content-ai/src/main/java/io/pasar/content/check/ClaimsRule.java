package io.pasar.content.check;

import io.pasar.content.brief.Draft;
import io.pasar.content.fact.FactLine;
import io.pasar.content.market.Claim;
import io.pasar.content.term.LabelRole;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.List;
import java.util.Optional;

/// Nothing the market forbids, and what it wants proven only with the proof among the facts.
final class ClaimsRule implements Rule {

    private final Terminology terms;

    ClaimsRule(Terminology terms) {
        this.terms = terms;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        String text = subject.rendered().apply(draft.whole());
        List<String> wrong = subject.market().claims().stream()
                .filter(claim -> !isProven(claim, subject))
                .flatMap(claim -> claim.found(text).map(words -> "\"" + words + "\": " + claim.reason()).stream())
                .toList();
        String fine = "No claim the market " + subject.market().code() + " forbids.";
        return Rule.of(draft.kind(), "claims", fine, wrong);
    }

    boolean isProven(Claim claim, Subject subject) {
        return claim.isProvable()
                && (hasCertificate(claim, subject)
                        || subject.brief().product().facts().stream().anyMatch(fact -> isProof(fact, claim)));
    }

    private boolean hasCertificate(Claim claim, Subject subject) {
        return terms
                .scan(Lexer.tokens(subject.source()), match -> match.term().kind() == TermClass.CERTIFICATE)
                .stream()
                .anyMatch(match -> claim.unless().contains(match.term().id()));
    }

    /// "Certificate: BPJPH halal 123" proves halal.
    private boolean isProof(FactLine fact, Claim claim) {
        String name = fact.name();
        boolean certificate = name != null
                && terms.whole(name, match -> match.term().kind() == TermClass.LABEL)
                        .filter(label -> label.role() == LabelRole.CERTIFICATE)
                        .isPresent();
        return certificate && claim.found(fact.text()).isPresent();
    }
}
