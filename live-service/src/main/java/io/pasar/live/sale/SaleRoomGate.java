package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.Room;
import io.pasar.live.room.RoomService;
import io.pasar.live.room.RoomState;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a sale asks of its room.
@Component
class SaleRoomGate {

    private final RoomService rooms;

    SaleRoomGate(RoomService rooms) {
        this.rooms = rooms;
    }

    /// The room, if the caller runs it; else `not-found` or `forbidden`. It does not end before the caller's
    /// transaction does.
    Mono<SaleRoom> run(RoomId room, Caller.Member caller) {
        return rooms.runSteadilyBy(room, caller).map(SaleRoomGate::toSaleRoom);
    }

    private static SaleRoom toSaleRoom(Room room) {
        return new SaleRoom(room.id(), room.host().id(), room.state() == RoomState.ENDED);
    }
}
