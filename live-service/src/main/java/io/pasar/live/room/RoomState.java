package io.pasar.live.room;

/// Where a room is in its life; it only moves forward.
public enum RoomState {
    SCHEDULED,
    LIVE,
    ENDED
}
