package io.pasar.platform.event;

/// What Redis says to a batch.
sealed interface AppendAnswer {

    /// The batch is in the stream; after an empty one: the stream is whole and this is its newest batch.
    record Appended(Batch batch) implements AppendAnswer {}

    /// Nothing was appended: the stream ends before the tip, so Redis was wiped or came back older.
    record Lost(Batch newest) implements AppendAnswer {}

    /// Nothing was appended: the stream has no room.
    record Full(long entries) implements AppendAnswer {}
}
