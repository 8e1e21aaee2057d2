package io.pasar.live.chat;

import io.pasar.live.connection.CommandInputProvider;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomCommandHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `chat.send {text, replyTo?}` → `{seq}`.
@Component("chatSendHandler")
class SendHandler implements RoomCommandHandler {

    private final ChatService chat;
    private final CommandInputProvider input;

    SendHandler(ChatService chat, CommandInputProvider input) {
        this.chat = chat;
        this.input = input;
    }

    @Override
    public String type() {
        return "chat.send";
    }

    @Override
    public Mono<?> handle(RoomCommand command) {
        return chat.send(command, input.read(command, SendInput.class)).map(seq -> Map.of("seq", seq));
    }
}
