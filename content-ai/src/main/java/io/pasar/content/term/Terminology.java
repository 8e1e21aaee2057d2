package io.pasar.content.term;

import io.pasar.content.language.DataFile;
import io.pasar.content.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All terms, found by id or in a text. Immutable.
public final class Terminology {

    private static final int SEVERAL = 1;

    private final Map<TermClass, Map<String, Term>> terms = new HashMap<>();
    private final TermTrie trie = new TermTrie();

    private Terminology(Stream<Term> all) {
        all.forEach(this::add);
    }

    /// Reads `content/terms`.
    ///
    /// @throws IllegalStateException if a file does not fit
    public static Terminology load() {
        return new Terminology(Arrays.stream(TermClass.values())
                .flatMap(kind -> DataFile.read(kind.resource()).as(TermFile.class).toTerms(kind).stream()));
    }

    /// The files they were read from.
    public static Stream<String> resources() {
        return Arrays.stream(TermClass.values()).map(TermClass::resource);
    }

    /// All terms of a class.
    public List<Term> all(TermClass kind) {
        return List.copyOf(terms.getOrDefault(kind, Map.of()).values());
    }

    /// A term that must be there.
    public Term get(TermClass kind, String id) {
        return Objects.requireNonNull(terms.getOrDefault(kind, Map.of()).get(id), () -> kind + " has no term " + id);
    }

    /// The places of terms in a text, left to right, the longest word at each place; nothing overlaps.
    ///
    /// @param wanted which terms and languages to look for
    public List<TermMatch> scan(List<Token> tokens, Predicate<TermMatch> wanted) {
        List<TermMatch> matches = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            TermMatch match = at(tokens, at, wanted);
            if (match != null) {
                matches.add(match);
            }
            at = match == null ? at + 1 : match.to();
        }
        return matches;
    }

    /// The term whose word is the whole text.
    public Optional<Term> whole(String text, Predicate<TermMatch> wanted) {
        List<Token> tokens = Lexer.tokens(text);
        return Optional.ofNullable(at(tokens, 0, wanted))
                .filter(match -> match.to() == tokens.size())
                .map(TermMatch::term);
    }

    /// Whether `term` is `other` or narrower than it.
    public boolean isA(Term term, Term other) {
        if (term.kind() != other.kind()) {
            return false;
        }
        String wider = term.is();
        return term.id().equals(other.id()) || (wider != null && isA(get(term.kind(), wider), other));
    }

    private @Nullable TermMatch at(List<Token> tokens, int from, Predicate<TermMatch> wanted) {
        return trie.longest(
                tokens,
                from,
                word -> wanted.test(new TermMatch(word.term(), word.language(), word.position(), from, from)));
    }

    private void add(Term term) {
        terms.computeIfAbsent(term.kind(), _ -> new HashMap<>()).put(term.id(), term);
        term.forms().forEach((language, words) -> addWords(term, language, words, 0));
        term.also().forEach((language, words) -> addWords(term, language, words, -1));
    }

    private void addWords(Term term, Language language, List<String> words, int first) {
        for (int i = 0; i < words.size(); i++) {
            int position = first < 0 ? aliasPosition(words, words.get(i)) : i;
            if (isWord(term, language, position)) {
                trie.add(words.get(i), new TermTrie.Word(term, language, position));
            }
        }
    }

    /// An alias that is another alias with an s speaks of several.
    private static int aliasPosition(List<String> aliases, String alias) {
        boolean several = aliases.stream().anyMatch(one -> alias.equals(one + "s") || alias.equals(one + "es"));
        return several ? SEVERAL : -1;
    }

    /// Some positions hold a grammar mark instead of a word: gender, article.
    private static boolean isWord(Term term, Language language, int position) {
        return switch (term.kind()) {
            case PRODUCT -> position < 2;
            case FEATURE -> language != Language.EN || position < 1;
            default -> position >= -1;
        };
    }
}
