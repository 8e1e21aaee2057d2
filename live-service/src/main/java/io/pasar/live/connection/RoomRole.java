package io.pasar.live.connection;

/// What somebody is in a room.
public enum RoomRole {
    GUEST,
    VIEWER,
    MODERATOR,
    HOST;

    /// Whether this role may act on the room: stage, sales, other people's messages.
    public boolean runsRoom() {
        return this == MODERATOR || this == HOST;
    }
}
