package io.pasar.content.compose;

/// A line around the facts.
enum Line {
    WEAR,
    THING,
    CLOSING,
    POST,
    CALL,
    GREETING,
    INTRO,
    PRICE,
    QUESTION
}
