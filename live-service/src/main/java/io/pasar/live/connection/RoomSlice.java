package io.pasar.live.connection;

import java.util.List;

/// What one reading of a room's log found.
///
/// @param position the newest place
/// @param frames events up to that place, ascending; the first ones wanted may be gone already
/// @param covers frames shown in place of events before those, which were taken out of the log
record RoomSlice(RoomPosition position, List<KeptFrame> frames, List<KeptFrame> covers) {}
