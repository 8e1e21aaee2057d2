package io.pasar.live.sale;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `sale.open` with the body of the HTTP call makes a sale; with `{saleId}` it opens a scheduled one of
/// the socket's room early.
@Component
class OpenSaleHandler implements RoomCommandHandler {

    private final SaleControlService control;
    private final CommandInputProvider input;

    OpenSaleHandler(SaleControlService control, CommandInputProvider input) {
        this.control = control;
        this.input = input;
    }

    @Override
    public String type() {
        return "sale.open";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        if (command.data().has("saleId")) {
            SaleCommand sale = input.read(command, SaleCommand.class);
            return control.openIn(command.room(), command.caller(), sale.saleId());
        }
        OpenSaleRequest request = input.read(command, OpenSaleRequest.class);
        return control.create(command.caller(), command.room(), request);
    }
}
