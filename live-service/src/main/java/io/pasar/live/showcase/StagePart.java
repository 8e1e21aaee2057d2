package io.pasar.live.showcase;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.SnapshotPart;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The stage in the snapshot.
@Component
class StagePart implements SnapshotPart {

    private final StageService stages;

    StagePart(StageService stages) {
        this.stages = stages;
    }

    @Override
    public String part() {
        return "stage";
    }

    @Override
    public Mono<?> of(RoomId room, Caller caller) {
        return stages.of(room);
    }
}
