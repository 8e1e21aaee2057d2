package io.pasar.content.sheet;

import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Token;
import java.util.List;

/// A stretch of a fact between two joins: what was understood in it and what was not.
///
/// @param text the whole text it was cut from
/// @param start index of its first `char`
/// @param end index after its last `char`
/// @param sentence counts the sentences of the text
/// @param pieces matches and placeholders in order
/// @param unknown words nobody knows; one is enough for the whole stretch to be kept as told, because "faux" or
///     "no" turns the known word beside it around
record Segment(String text, int start, int end, int sentence, List<Piece> pieces, List<Token> unknown) {

    /// The stretch as it was written.
    String words() {
        return text.substring(start, end);
    }

    sealed interface Piece {}

    record Word(TermMatch match) implements Piece {}

    record Slot(String text) implements Piece {}

    boolean isUnderstood() {
        return unknown.isEmpty();
    }

    boolean isEmpty() {
        return pieces.isEmpty() && unknown.isEmpty();
    }
}
