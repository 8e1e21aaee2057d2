package io.pasar.content.sheet;

import io.pasar.content.term.TermMatch;
import io.pasar.content.term.Token;
import java.util.List;

/// A stretch of a fact between two joins: what was understood in it and what was not.
///
/// @param text the stretch as it was written
/// @param pieces matches and placeholders in order
/// @param unknown words nobody knows; one is enough for the whole stretch to be kept as told, because "faux" or
///     "no" turns the known word beside it around
record Segment(String text, List<Piece> pieces, List<Token> unknown) {

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
