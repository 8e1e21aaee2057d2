package io.pasar.live.connection;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.platform.event.EventHandler;
import reactor.core.publisher.Mono;

/// Brings announcements into the room's log, each once: the log remembers the ids it has taken.
final class RoomAnnouncedHandler implements EventHandler<RoomAnnounced> {

    private final RoomPublisher publisher;

    RoomAnnouncedHandler(RoomPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public String consumer() {
        return "live.connection.announcements";
    }

    @Override
    public String producer() {
        return "live";
    }

    @Override
    public String type() {
        return RoomAnnounced.TYPE;
    }

    @Override
    public Class<RoomAnnounced> payload() {
        return RoomAnnounced.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<RoomAnnounced> event) {
        RoomAnnounced announced = event.data();
        return publisher
                .keep(announced.room(), announced.kind(), announced.data(), event.id())
                .then();
    }
}
