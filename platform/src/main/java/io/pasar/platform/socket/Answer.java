package io.pasar.platform.socket;

/// An answer that must be in the peer's queue before something else starts, such as live events after a join.
///
/// @param data the answer's `data`
/// @param then runs once, directly after the answer was queued; must not block
public record Answer(Object data, Runnable then) {}
