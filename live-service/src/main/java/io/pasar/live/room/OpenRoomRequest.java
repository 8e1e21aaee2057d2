package io.pasar.live.room;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a member says who opens a room.
record OpenRoomRequest(
        @NotNull String title,
        @Nullable Instant startsAt,
        @Nullable RoomVisibility visibility) {

    static final int TITLE_MAX = 200;

    RoomVisibility visibilityOrDefault() {
        return visibility == null ? RoomVisibility.PUBLIC : visibility;
    }
}
