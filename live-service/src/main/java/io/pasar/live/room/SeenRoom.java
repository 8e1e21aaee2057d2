package io.pasar.live.room;

/// A room as it is stored, and whether whoever asks for it moderates it.
record SeenRoom(Room room, boolean moderated) {}
