package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.event.Outbox;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Announces through the outbox.
final class AnnouncementService implements RoomAnnouncements {

    private final Outbox outbox;
    private final JsonMapper mapper;

    AnnouncementService(Outbox outbox, JsonMapper mapper) {
        this.outbox = outbox;
        this.mapper = mapper;
    }

    @Override
    public Mono<Void> announce(RoomId room, String type, Object data) {
        return Mono.defer(() -> outbox.append(new RoomAnnounced(room, type, mapper.valueToTree(data))));
    }
}
