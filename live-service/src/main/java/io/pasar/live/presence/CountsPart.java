package io.pasar.live.presence;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.SnapshotPart;
import io.pasar.live.room.RoomAudiencePart.Audience;
import io.pasar.platform.auth.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Viewers and reactions in the snapshot.
@Component
class CountsPart implements SnapshotPart {

    private static final Audience NOBODY = new Audience(0, 0);

    private final AudienceService audience;
    private final ReactionRelay reactions;

    CountsPart(AudienceService audience, ReactionRelay reactions) {
        this.audience = audience;
        this.reactions = reactions;
    }

    @Override
    public String part() {
        return "counts";
    }

    @Override
    public Mono<?> of(RoomId room, Caller caller) {
        return Mono.zip(audience.of(List.of(room)), reactions.totals(room))
                .map(both -> counts(both.getT1().getOrDefault(room, NOBODY), both.getT2()));
    }

    private static Counts counts(Audience audience, Map<String, Long> reactions) {
        return new Counts(audience.viewers(), audience.peak(), reactions);
    }

    private record Counts(int viewers, int peak, Map<String, Long> reactions) {}
}
