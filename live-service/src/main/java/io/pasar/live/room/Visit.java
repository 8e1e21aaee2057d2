package io.pasar.live.room;

import io.pasar.live.connection.RoomRole;

/// A room, and what the caller is in it.
public record Visit(Room room, RoomRole role) {}
