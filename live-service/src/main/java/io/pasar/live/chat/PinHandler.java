package io.pasar.live.chat;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `chat.pin {seq}`; `{"seq":null}` unpins.
@Component("chatPinHandler")
class PinHandler implements RoomCommandHandler {

    private final PinService pins;
    private final CommandInputProvider input;

    PinHandler(PinService pins, CommandInputProvider input) {
        this.pins = pins;
        this.input = input;
    }

    @Override
    public String type() {
        return "chat.pin";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        PinInput message = input.read(command, PinInput.class);
        return pins.pin(command.room(), command.caller(), message.seq());
    }
}
