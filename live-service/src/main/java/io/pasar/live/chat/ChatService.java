package io.pasar.live.chat;

import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.text.TextRules;
import io.pasar.live.connection.KeptEvent;
import io.pasar.live.connection.KeptEventStore;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomPublisher;
import io.pasar.live.connection.RoomRole;
import io.pasar.live.room.Room;
import io.pasar.live.room.RoomService;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Says things in rooms and takes them back.
@Service
class ChatService {

    static final String MESSAGE = "chat.message";

    private final RoomService rooms;
    private final RoomPublisher publisher;
    private final KeptEventStore log;
    private final PinService pins;

    ChatService(RoomService rooms, RoomPublisher publisher, KeptEventStore log, PinService pins) {
        this.rooms = rooms;
        this.publisher = publisher;
        this.log = log;
        this.pins = pins;
    }

    /// Says something while the room is live.
    ///
    /// @return the message's sequence number
    Mono<Long> send(RoomCommand command, SendInput input) {
        ChatRules.objection(input.text()).ifPresent(objection -> {
            throw Problem.invalid(List.of(objection));
        });
        Caller.Member author = command.caller().requireMember();
        return rooms.live(command.room(), author)
                .delayUntil(_ -> requireMessage(command.room(), input.replyTo()))
                .map(room -> message(room, author, input))
                .flatMap(message -> publisher.keep(command.room(), MESSAGE, message, onceOf(author.id(), command)));
    }

    /// Takes a message out of the room and its history.
    ///
    /// @return the sequence number of the event that says so
    Mono<Long> delete(RoomId id, Caller caller, long seq) {
        return rooms.read(id, caller)
                .zipWith(Mono.defer(() -> message(id, seq)))
                .map(both -> requireMayDelete(both.getT1(), both.getT2(), caller))
                .flatMap(event ->
                        log.erase(id, event.seq(), Map.of("deleted", true), "chat.deleted", Map.of("seq", event.seq())))
                .switchIfEmpty(Mono.error(ChatService::noMessage))
                .delayUntil(_ -> pins.forget(id, seq));
    }

    private Mono<KeptEvent> message(RoomId room, long seq) {
        return log.find(room, seq)
                .filter(event -> event.type().equals(MESSAGE))
                .switchIfEmpty(Mono.error(ChatService::noMessage));
    }

    private Mono<?> requireMessage(RoomId room, @Nullable Long replyTo) {
        return replyTo == null
                ? Mono.empty()
                : log.find(room, replyTo)
                        .filter(event -> event.type().equals(MESSAGE))
                        .switchIfEmpty(Mono.error(() -> Problem.invalid(
                                "/data/replyTo", "must be the seq of a message that is still in the room's log")));
    }

    private ChatMessage message(Room room, Caller.Member author, SendInput input) {
        RoomRole role = rooms.roleIn(room, author).orElse(RoomRole.VIEWER);
        return new ChatMessage(
                TextRules.normalized(input.text()), ChatMessage.Author.of(author), input.replyTo(), role);
    }

    private KeptEvent requireMayDelete(Room room, KeptEvent event, Caller caller) {
        MemberId author = MemberId.of(event.data().path("member").path("id").asString());
        RoomRole role = rooms.roleIn(room, caller).orElse(RoomRole.GUEST);
        if (!ChatRules.mayDelete(author, caller.requireMember().id(), role)) {
            throw CommonProblem.FORBIDDEN.because("Only its author, the host and moderators delete a message.");
        }
        return event;
    }

    /// The same key of the same member is the same message, even if the first answer was never remembered.
    private static @Nullable EventId onceOf(MemberId author, RoomCommand command) {
        String key = command.key();
        if (key == null) {
            return null;
        }
        byte[] name = (author + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return new EventId(UUID.nameUUIDFromBytes(name));
    }

    private static Problem noMessage() {
        return CommonProblem.NOT_FOUND.because("There is no such message in the room's log.");
    }
}
