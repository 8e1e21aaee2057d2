package io.pasar.live.room;

/// Who may know of a room.
public enum RoomVisibility {
    /// Everybody may list, read and watch it.
    PUBLIC,
    /// For anybody but those invited it does not exist.
    PRIVATE
}
