package io.pasar.content.term;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into tokens, the same way for all languages: Han characters and kana one by one, other letters in
/// words, an apostrophe between letters as part of the word, hyphens as gaps.
public final class Lexer {

    private static final Pattern TOKEN = Pattern.compile("(?<slot>\\[\\[[a-z]+\\d+]])"
            + "|(?<number>\\d+(?:[.,/]\\d+)*)"
            + "|(?<han>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])"
            + "|(?<word>[\\p{L}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+(?:['’][\\p{L}&&[^\\p{IsHan}]]+|['’](?=\\s))*)"
            + "|(?<mark>[^\\s\\p{Z}\\p{L}\\p{M}\\d\\-‐‑\\u200e\\u200f])");
    private static final Pattern ARABIC_MARKS = Pattern.compile("[\\u064B-\\u065F\\u0670\\u0640]");

    private Lexer() {}

    /// The tokens of a text in order.
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(kind(matcher), normal(matcher.group()), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    /// One word in the shape in which words are compared.
    public static String normal(String word) {
        String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = ARABIC_MARKS.matcher(lower).replaceAll("");
        return bare.replace('’', '\'')
                .replace('أ', 'ا')
                .replace('إ', 'ا')
                .replace('آ', 'ا')
                .replace('ى', 'ي')
                .replace('ة', 'ه');
    }

    private static Token.Kind kind(Matcher matcher) {
        if (matcher.group("slot") != null) {
            return Token.Kind.SLOT;
        }
        if (matcher.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return matcher.group("mark") != null ? Token.Kind.MARK : Token.Kind.WORD;
    }
}
