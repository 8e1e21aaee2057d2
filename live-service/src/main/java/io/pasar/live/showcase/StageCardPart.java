package io.pasar.live.showcase;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomCardPart;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is on stage, in a list of rooms.
@Component
class StageCardPart implements RoomCardPart {

    private final StageService stages;

    StageCardPart(StageService stages) {
        this.stages = stages;
    }

    @Override
    public String part() {
        return "stage";
    }

    @Override
    public Mono<Map<RoomId, Object>> of(Collection<RoomId> rooms) {
        return stages.of(rooms).map(Map::copyOf);
    }
}
