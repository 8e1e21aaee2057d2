package io.pasar.live.sale;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `sale.close {saleId}`, for a sale of the socket's room.
@Component
class CloseSaleHandler implements RoomCommandHandler {

    private final SaleControlService control;
    private final CommandInputProvider input;

    CloseSaleHandler(SaleControlService control, CommandInputProvider input) {
        this.control = control;
        this.input = input;
    }

    @Override
    public String type() {
        return "sale.close";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        SaleCommand sale = input.read(command, SaleCommand.class);
        return control.closeIn(command.room(), command.caller(), sale.saleId());
    }
}
