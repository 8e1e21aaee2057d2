package io.pasar.platform.event;

/// What waits for the relay.
///
/// @param rows events not yet relayed
/// @param seconds age of the oldest of them
record OutboxLag(long rows, double seconds) {}
