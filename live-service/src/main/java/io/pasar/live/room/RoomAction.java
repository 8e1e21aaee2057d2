package io.pasar.live.room;

/// What a host does to a room's life.
enum RoomAction {
    START,
    END
}
