package io.pasar.live.showcase;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `stage.set {productId}`.
@Component
class SetStageHandler implements RoomCommandHandler {

    private final StageService stages;
    private final CommandInputProvider input;

    SetStageHandler(StageService stages, CommandInputProvider input) {
        this.stages = stages;
        this.input = input;
    }

    @Override
    public String type() {
        return "stage.set";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        SetStageRequest request = input.read(command, SetStageRequest.class);
        return stages.set(command.room(), command.caller(), request.productId());
    }
}
