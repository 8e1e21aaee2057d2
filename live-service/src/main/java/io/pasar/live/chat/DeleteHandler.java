package io.pasar.live.chat;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `chat.delete {seq}` → `{seq}` of the event that says so.
@Component("chatDeleteHandler")
class DeleteHandler implements RoomCommandHandler {

    private final ChatDeletionService chat;
    private final CommandInputProvider input;

    DeleteHandler(ChatDeletionService chat, CommandInputProvider input) {
        this.chat = chat;
        this.input = input;
    }

    @Override
    public String type() {
        return "chat.delete";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        SeqInput message = input.read(command, SeqInput.class);
        return chat.delete(command.room(), command.caller(), message.seq()).map(seq -> Map.of("seq", seq));
    }
}
