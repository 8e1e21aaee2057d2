package io.pasar.content.brief;

import java.util.List;
import java.util.function.UnaryOperator;

/// A text of one kind as a model handed it in, placeholders included.
///
/// @param texts one, or as many as the list has
public record Draft(CopyKind kind, List<String> texts) {

    /// All texts in one, for searching.
    public String whole() {
        return String.join("\n", texts);
    }

    /// The same draft with every text put through a function.
    public Draft map(UnaryOperator<String> function) {
        return new Draft(kind, texts.stream().map(function).toList());
    }
}
