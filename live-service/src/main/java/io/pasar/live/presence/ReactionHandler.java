package io.pasar.live.presence;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import io.pasar.live.room.RoomService;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `reaction.add {kind, count}`: added up, sent to the room with the next tick.
@Component
class ReactionHandler implements RoomCommandHandler {

    private final RoomService rooms;
    private final ReactionRelay reactions;
    private final CommandInputProvider input;

    ReactionHandler(RoomService rooms, ReactionRelay reactions, CommandInputProvider input) {
        this.rooms = rooms;
        this.reactions = reactions;
        this.input = input;
    }

    @Override
    public String type() {
        return "reaction.add";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        ReactionInput reaction = input.read(command, ReactionInput.class);
        return rooms.live(command.room(), command.caller())
                .doOnNext(visit -> reactions.add(visit.room().id(), reaction.kind(), reaction.times()))
                .then();
    }
}
