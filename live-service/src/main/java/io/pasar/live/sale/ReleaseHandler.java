package io.pasar.live.sale;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `reservation.release {reservationId}`.
@Component
class ReleaseHandler implements RoomCommandHandler {

    private final ReservationService reservations;
    private final CommandInputProvider input;

    ReleaseHandler(ReservationService reservations, CommandInputProvider input) {
        this.reservations = reservations;
        this.input = input;
    }

    @Override
    public String type() {
        return "reservation.release";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        ReleaseCommand wish = input.read(command, ReleaseCommand.class);
        return reservations.release(command.caller(), wish.reservationId());
    }
}
