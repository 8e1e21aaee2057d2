package io.pasar.live.chat;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.SnapshotPart;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The pinned message in the snapshot.
@Component
class PinnedPart implements SnapshotPart {

    private final PinService pins;

    PinnedPart(PinService pins) {
        this.pins = pins;
    }

    @Override
    public String part() {
        return "pinned";
    }

    @Override
    public Mono<?> of(RoomId room, Caller caller) {
        return pins.of(room);
    }
}
