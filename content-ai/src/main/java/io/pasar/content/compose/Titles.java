package io.pasar.content.compose;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Voice;
import io.pasar.content.language.Language;
import io.pasar.content.sheet.Statement.Trait;
import io.pasar.content.term.TermClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Titles: the thing with the part that tells most, as long as it fits.
final class Titles {

    private static final int COMFORTABLE = 90;
    private static final int TRAITS_MAX = 3;

    private final Assignment assignment;
    private final Grammar grammar;

    Titles(Assignment assignment) {
        this.assignment = assignment;
        this.grammar = assignment.grammar();
    }

    String write() {
        String phrase = assignment.ownName().isPresent() ? named() : described();
        return phrase.codePointCount(0, phrase.length()) <= CopyKind.TITLE.textMax()
                ? phrase
                : phrase.substring(0, phrase.offsetByCodePoints(0, CopyKind.TITLE.textMax()));
    }

    private String described() {
        Thing thing = assignment.thing().orElseThrow();
        List<Trait> parts = assignment.voice() == Voice.MINIMAL ? List.of() : telling();
        String plain = grammar.phrase(thing);
        String rich = parts.isEmpty() ? plain : rich(thing, plain, parts);
        return grammar.capital(grammar.titled(rich.length() <= COMFORTABLE ? rich : plain));
    }

    /// The part a buyer filters by, such as the sleeves; else the first one.
    private List<Trait> telling() {
        List<Trait> parts = assignment.traits(TermClass.FEATURE).stream()
                .filter(part -> !part.term().lone() && part.slot().isEmpty() && !isSaid(part))
                .toList();
        return parts.stream()
                .filter(part -> part.term().ownForm(Language.ZH, 1).isPresent())
                .findFirst()
                .or(() -> parts.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    /// "Floral top with a floral pattern" says it twice.
    private boolean isSaid(Trait part) {
        return assignment.terms(TermClass.QUALITY).stream()
                .anyMatch(quality -> part.term().id().startsWith(quality.id() + "-"));
    }

    private String rich(Thing thing, String plain, List<Trait> parts) {
        if (grammar instanceof Chinese chinese) {
            String glued = chinese.phraseWith(thing, assignment.traits(TermClass.FEATURE));
            return glued.equals(plain) ? grammar.with(plain, parts) : glued;
        }
        return grammar.with(plain, parts);
    }

    /// A name of its own, then what it is.
    private String named() {
        String name = assignment.sheet().name();
        Optional<String> phrase = assignment.thing().filter(_ -> says()).map(grammar::phrase);
        List<String> traits = phrase.map(List::of)
                .orElseGet(() -> Stream.of(TermClass.MATERIAL, TermClass.FEATURE)
                        .flatMap(kind -> assignment.traits(kind).stream())
                        .filter(trait -> trait.slot().isEmpty())
                        .map(trait -> grammar.word(trait.term()))
                        .limit(TRAITS_MAX)
                        .toList());
        return traits.isEmpty() ? name : name + " – " + String.join(grammar.comma(), traits);
    }

    /// Whether the phrase would say more than the name: its noun in another language, or a colour or material.
    private boolean says() {
        return !assignment.toldInOurLanguage()
                || assignment
                        .thing()
                        .filter(thing ->
                                thing.material().isPresent() || thing.colour().isPresent())
                        .isPresent();
    }
}
