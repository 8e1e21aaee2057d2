package io.pasar.live.connection;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.id.RoomId;
import tools.jackson.databind.JsonNode;

/// Something a room must be told because a transaction committed. Internal to the live service.
///
/// @param kind the kept event's type, such as `sale.opened`
/// @param data the kept event's data
record RoomAnnounced(RoomId room, String kind, JsonNode data) implements DomainEvent {

    static final String TYPE = "pasar.live.room.announced.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return room.toString();
    }
}
