package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;

/// Who owns a room, with the names of the day it was made.
public record RoomHost(MemberId id, String handle, String displayName) {}
