package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import io.pasar.platform.idempotency.Idempotency;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// `sale.open` with the body of the HTTP call makes a sale; with `{saleId}` it opens a scheduled one of the
/// socket's room early. The idempotency key is kept in the transaction that makes the sale, so stock is offered
/// once whatever is lost.
@Component
class OpenSaleHandler implements RoomCommandHandler {

    private final SaleControlService control;
    private final CommandInputProvider input;
    private final Idempotency idempotency;

    /// What a repeat must ask for too.
    private record Wish(RoomId room, JsonNode data) {}

    OpenSaleHandler(SaleControlService control, CommandInputProvider input, Idempotency idempotency) {
        this.control = control;
        this.input = input;
        this.idempotency = idempotency;
    }

    @Override
    public String type() {
        return "sale.open";
    }

    @Override
    public boolean remembersKeys() {
        return true;
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        Mono<SaleView> effect = Mono.defer(() -> open(command));
        Wish wish = new Wish(command.room(), command.data());
        String key = command.key();
        return key == null
                ? effect
                : idempotency.once(command.caller().requireMember(), type(), key, wish, SaleView.class, effect);
    }

    private Mono<SaleView> open(RoomCommand command) {
        if (command.data().has("saleId")) {
            SaleCommand sale = input.read(command, SaleCommand.class);
            return control.openIn(command.room(), command.caller(), sale.saleId());
        }
        OpenSaleRequest request = input.read(command, OpenSaleRequest.class);
        return control.create(command.caller(), command.room(), request);
    }
}
