package io.pasar.content.check;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.brief.Slots;
import io.pasar.content.language.Language;
import io.pasar.content.language.Languages;
import io.pasar.content.term.Lexer;
import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Terminology;
import io.pasar.content.term.Token;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every foreign word is in the facts: Latin letters among Chinese, Japanese or Arabic ones, and capitals inside a
/// sentence of the languages that do not write nouns with them.
final class NamesRule implements Rule {

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}']+");
    private static final Pattern INSIDE = Pattern.compile("(?<=[\\p{Ll},;] )(?<name>\\p{Lu}[\\p{L}\\p{M}’'-]+)");
    private static final int JOINED_MAX = 4;
    private static final Set<Language> SMALL_NOUNS = EnumSet.of(Language.EN, Language.ES, Language.ID, Language.FR);
    private static final Set<CopyKind> RUNNING =
            EnumSet.of(CopyKind.BULLETS, CopyKind.DESCRIPTION, CopyKind.SOCIAL_POST, CopyKind.HOST_SCRIPT);

    private final Terminology terms;
    private final Languages languages;
    private final CountryNames countries = new CountryNames();

    NamesRule(Terminology terms, Languages languages) {
        this.terms = terms;
        this.languages = languages;
    }

    @Override
    public Optional<Check> check(Draft draft, Subject subject) {
        Language language = subject.brief().language();
        boolean foreignScript = !languages.profile(language).script().equals("Latn");
        if (!foreignScript && !(SMALL_NOUNS.contains(language) && RUNNING.contains(draft.kind()))) {
            return Optional.empty();
        }
        String text = Slots.without(draft.whole());
        Set<String> known = known(subject);
        known.addAll(words(text, language));
        if (draft.kind() == CopyKind.HASHTAGS) {
            known.addAll(joined(subject));
        }
        Set<String> found = foreignScript ? latin(text) : inside(text);
        List<String> wrong = found.stream()
                .filter(word -> !known.contains(Lexer.normal(word)))
                .sorted()
                .map(word -> "\"" + word + "\" is in no fact.")
                .toList();
        return Rule.of(draft.kind(), "names", "Every name is in the facts.", wrong);
    }

    private static Set<String> latin(String text) {
        return Lexer.tokens(text).stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .map(Token::text)
                .filter(word -> LATIN.matcher(word).matches())
                .collect(Collectors.toSet());
    }

    private static Set<String> inside(String text) {
        return INSIDE.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private Set<String> known(Subject subject) {
        Set<String> known = new HashSet<>();
        Lexer.tokens(subject.source()).forEach(token -> known.add(token.text()));
        countries
                .in(subject.sheet(), subject.brief().language())
                .forEach(name -> Lexer.tokens(name).forEach(token -> known.add(token.text())));
        return known;
    }

    /// Hashtags are written without spaces and hyphens: OEKO-TEX is #OEKOTEX.
    private static Set<String> joined(Subject subject) {
        List<Token> words = Lexer.tokens(subject.source()).stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .toList();
        Set<String> joined = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder run = new StringBuilder();
            for (Token word : words.subList(from, Math.min(from + JOINED_MAX, words.size()))) {
                joined.add(run.append(word.text()).toString());
            }
        }
        return joined;
    }

    /// Words of the term base that look foreign but are not: the T of T恤, LED.
    private Set<String> words(String text, Language language) {
        List<Token> tokens = Lexer.tokens(text);
        return terms.scan(tokens, match -> match.language() == language).stream()
                .map(match -> inside(tokens, match))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static List<String> inside(List<Token> tokens, TermMatch match) {
        return tokens.subList(match.from(), match.to()).stream()
                .map(Token::text)
                .toList();
    }
}
