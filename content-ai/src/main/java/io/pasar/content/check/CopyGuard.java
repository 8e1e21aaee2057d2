package io.pasar.content.check;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.language.Languages;
import io.pasar.content.market.Claim;
import io.pasar.content.term.TermClass;
import io.pasar.content.term.Terminology;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All rules. Pure: a draft and what it is held against give the same checks every time.
public final class CopyGuard {

    private static final Set<CopyKind> EVERYWHERE = EnumSet.allOf(CopyKind.class);
    private static final Set<CopyKind> WHERE_COLOURS_ARE_FACTS = EnumSet.of(CopyKind.TITLE, CopyKind.BULLETS);

    private final List<Rule> rules;
    private final ClaimsRule claims;

    public CopyGuard(Terminology terms, Languages languages) {
        this.claims = new ClaimsRule(terms);
        this.rules = List.of(
                new LengthRule(),
                new PlainRule(languages),
                new LanguageRule(terms, languages),
                new NumbersRule(),
                new TermsRule(terms, TermClass.MATERIAL, "materials", EVERYWHERE),
                new SharesRule(terms),
                new TermsRule(terms, TermClass.COLOUR, "colours", WHERE_COLOURS_ARE_FACTS),
                new TermsRule(terms, TermClass.CERTIFICATE, "certificates", EVERYWHERE),
                new NamesRule(terms, languages),
                new CompleteRule(terms),
                claims);
    }

    /// What was verified about a draft, in a fixed order. The draft may be published if all passed.
    public List<Check> check(Draft draft, Subject subject) {
        return rules.stream()
                .flatMap(rule -> rule.check(draft, subject).stream())
                .toList();
    }

    /// Facts that themselves make a claim the market forbids, so that no true text can be written.
    ///
    /// @return the id of each such fact with the reason
    public List<Objection> objections(Subject subject) {
        return subject.brief().product().facts().stream()
                .flatMap(fact -> unproven(subject)
                        .flatMap(claim -> claim
                                .found(subject.rendered().apply(text(fact.name(), fact.text())))
                                .map(words -> new Objection(fact.id(), "\"" + words + "\": " + claim.reason()))
                                .stream()))
                .toList();
    }

    /// A fact that must not be published.
    public record Objection(String fact, String reason) {}

    private Stream<Claim> unproven(Subject subject) {
        return subject.market().claims().stream().filter(claim -> !claims.isProven(claim, subject));
    }

    private static String text(@Nullable String name, String text) {
        return Optional.ofNullable(name).map(label -> label + ": " + text).orElse(text);
    }
}
