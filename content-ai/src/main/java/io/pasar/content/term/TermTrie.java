package io.pasar.content.term;

import io.pasar.content.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All words of all terms, token by token. Not changed once built.
final class TermTrie {

    private static final int SHORTEST_AFTER_ARTICLE = 2;
    private static final List<String> ARABIC_PREFIXES =
            List.of("وبال", "وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل");

    private final Node root = new Node();

    /// A word of a term, before its place in a text is known.
    record Word(Term term, Language language, int position) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Word> words = new ArrayList<>();
    }

    void add(String text, Word word) {
        Node node = root;
        for (Token token : Lexer.tokens(text)) {
            node = node.next.computeIfAbsent(stem(token.text(), word.language()), _ -> new Node());
        }
        node.words.add(word);
    }

    /// The longest word that starts at a token and passes the test; of several the first one added.
    @Nullable
    TermMatch longest(List<Token> tokens, int from, Predicate<Word> wanted) {
        return longest(root, tokens, from, from, wanted);
    }

    private static @Nullable TermMatch longest(
            Node node, List<Token> tokens, int from, int at, Predicate<Word> wanted) {
        if (at < tokens.size()) {
            for (String shape : shapes(tokens.get(at).text())) {
                Node next = node.next.get(shape);
                TermMatch match = next == null ? null : longest(next, tokens, from, at + 1, wanted);
                if (match != null) {
                    return match;
                }
            }
        }
        return node.words.stream()
                .filter(wanted)
                .findFirst()
                .map(word -> new TermMatch(word.term(), word.language(), word.position(), from, at))
                .orElse(null);
    }

    /// Arabic glues the article and short particles to a word; the word alone is what is compared.
    private static List<String> shapes(String token) {
        List<String> shapes = new ArrayList<>();
        shapes.add(token);
        for (String prefix : ARABIC_PREFIXES) {
            if (token.startsWith(prefix) && token.length() - prefix.length() >= SHORTEST_AFTER_ARTICLE) {
                shapes.add(token.substring(prefix.length()));
            }
        }
        return shapes;
    }

    private static String stem(String token, Language language) {
        boolean article = language == Language.AR && token.startsWith("ال") && token.length() > 4;
        return article ? token.substring(2) : token;
    }
}
