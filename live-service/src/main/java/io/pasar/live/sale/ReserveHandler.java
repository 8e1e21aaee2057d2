package io.pasar.live.sale;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import io.pasar.platform.idempotency.Idempotency;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `sale.reserve {saleId,quantity}`: answers the reservation as the HTTP call does. The idempotency key is kept
/// in the transaction that takes the units, so it holds whatever is lost or killed.
@Component
class ReserveHandler implements RoomCommandHandler {

    private final ReservationService reservations;
    private final CommandInputProvider input;
    private final Idempotency idempotency;

    ReserveHandler(ReservationService reservations, CommandInputProvider input, Idempotency idempotency) {
        this.reservations = reservations;
        this.input = input;
        this.idempotency = idempotency;
    }

    @Override
    public String type() {
        return "sale.reserve";
    }

    @Override
    public boolean remembersKeys() {
        return true;
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        ReserveCommand wish = input.read(command, ReserveCommand.class);
        Mono<ReservationView> effect = Mono.defer(() -> reservations.reserve(
                command.caller(), wish.saleId(), wish.quantity().intValue()));
        String key = command.key();
        return key == null
                ? effect
                : idempotency.once(command.caller().requireMember(), type(), key, wish, ReservationView.class, effect);
    }
}
