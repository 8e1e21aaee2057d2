package io.pasar.live.sale;

import io.pasar.live.room.Room;
import io.pasar.live.room.RoomEndingPart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A room's sales close with it, in the transaction that ends it.
@Component
class SaleEndingPart implements RoomEndingPart {

    private final SaleControlService control;

    SaleEndingPart(SaleControlService control) {
        this.control = control;
    }

    @Override
    public Mono<Void> end(Room room) {
        return control.closeAllOf(room.id());
    }
}
