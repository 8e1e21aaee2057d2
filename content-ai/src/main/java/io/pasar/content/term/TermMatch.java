package io.pasar.content.term;

import io.pasar.content.language.Language;

/// A place in a text where a term stands.
///
/// @param language whose word it is
/// @param position which of the term's forms, or -1 for a word that is only read
/// @param from index of the first token
/// @param to index after the last token
public record TermMatch(Term term, Language language, int position, int from, int to) {

    /// Whether the second form was met, which for products means several.
    public boolean many() {
        return position == 1 && term.kind() == TermClass.PRODUCT;
    }
}
