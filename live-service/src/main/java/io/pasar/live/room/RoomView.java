package io.pasar.live.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomAudiencePart.Audience;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A room as the public interface shows it.
///
/// @param viewers sockets in the room now
/// @param peak the most there have been
/// @param summary what the room brought; only after its end, only for its host
record RoomView(
        RoomId id,
        String title,
        RoomHost host,
        RoomVisibility visibility,
        RoomState state,
        @Nullable Instant startsAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int viewers,
        int peak,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> summary) {

    static RoomView of(Room room, Audience audience, @Nullable Map<String, Object> summary) {
        return new RoomView(
                room.id(),
                room.title(),
                room.host(),
                room.visibility(),
                room.state(),
                room.startsAt(),
                room.createdAt(),
                room.startedAt(),
                room.endedAt(),
                audience.viewers(),
                audience.peak(),
                summary);
    }
}
