package io.pasar.live.connection;

/// A place in a room's log.
///
/// @param epoch names one life of the log; sequence numbers of different epochs have nothing to do with each
///     other
/// @param seq the last kept event before this place, 0 for the beginning
record RoomPosition(String epoch, long seq) {}
