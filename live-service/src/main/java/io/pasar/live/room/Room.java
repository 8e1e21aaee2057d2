package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A live room.
///
/// @param startsAt when the host means to begin
/// @param startedAt when it went live
/// @param endedAt when it ended
public record Room(
        RoomId id,
        RoomHost host,
        String title,
        RoomVisibility visibility,
        RoomState state,
        @Nullable Instant startsAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public boolean isLive() {
        return state == RoomState.LIVE;
    }

    public boolean isHostedBy(MemberId member) {
        return host.id().equals(member);
    }

    Room started(Instant now) {
        return new Room(id, host, title, visibility, RoomState.LIVE, startsAt, createdAt, now, null);
    }

    Room ended(Instant now) {
        return new Room(id, host, title, visibility, RoomState.ENDED, startsAt, createdAt, startedAt, now);
    }
}
