package io.pasar.platform.event;

/// What became of a delivery; the last one of an event is never anything else.
enum Outcome {
    /// The handler's effect is committed.
    TAKEN("taken"),
    /// It had been taken before.
    REPEATED("repeated"),
    /// It is kept as a dead letter.
    DEAD("dead");

    private final String tag;

    Outcome(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
