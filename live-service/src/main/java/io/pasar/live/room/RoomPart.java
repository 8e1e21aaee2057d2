package io.pasar.live.room;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.SnapshotPart;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The room itself in the snapshot.
@Component
class RoomPart implements SnapshotPart {

    private final RoomService rooms;
    private final RoomViewService views;

    RoomPart(RoomService rooms, RoomViewService views) {
        this.rooms = rooms;
        this.views = views;
    }

    @Override
    public String part() {
        return "room";
    }

    @Override
    public Mono<?> of(RoomId room, Caller caller) {
        return rooms.read(room, caller).flatMap(found -> views.of(found, caller));
    }
}
