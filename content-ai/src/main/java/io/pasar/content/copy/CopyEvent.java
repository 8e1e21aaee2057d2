package io.pasar.content.copy;

/// A part of the answer as it comes about.
sealed interface CopyEvent {

    /// A text that passed its checks.
    ///
    /// @param value a text, or a list of texts
    /// @param writer the model that wrote it, `provider/name`
    record Part(String kind, Object value, String writer) implements CopyEvent {
        static Part of(WrittenCopy text) {
            return new Part(text.kind().wireName(), text.value(), text.writer());
        }
    }

    /// All texts are there.
    record Done(CopyAnswer answer) implements CopyEvent {}
}
