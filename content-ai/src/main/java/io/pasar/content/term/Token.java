package io.pasar.content.term;

/// A word, a number, a mark or a placeholder of a text.
///
/// @param text as compared: lower case, without vowel marks, one shape of each letter
/// @param start index of its first `char` in the text
/// @param end index after its last `char`
public record Token(Kind kind, String text, int start, int end) {

    /// What a token is.
    public enum Kind {
        WORD,
        NUMBER,
        /// A placeholder such as `[[size3]]`.
        SLOT,
        /// Anything that separates.
        MARK
    }
}
