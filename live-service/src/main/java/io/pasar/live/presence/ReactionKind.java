package io.pasar.live.presence;

/// What viewers may feel.
enum ReactionKind {
    LIKE,
    LOVE,
    LAUGH,
    WOW,
    FIRE,
    CLAP
}
