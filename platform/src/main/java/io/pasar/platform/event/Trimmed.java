package io.pasar.platform.event;

/// How a stream stands after trimming.
///
/// @param entries how many it holds
/// @param settled every batch before this one is acknowledged by every consumer group
/// @param slowest the group that is furthest behind; empty if none is
record Trimmed(long entries, Batch settled, String slowest) {}
