package io.pasar.live.chat;

import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.text.TextRules;
import io.pasar.live.connection.KeptEventStore;
import io.pasar.live.connection.RoomCommand;
import io.pasar.live.connection.RoomPublisher;
import io.pasar.live.connection.RoomRole;
import io.pasar.live.room.RoomService;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Says things in rooms.
@Service
class ChatService {

    static final String MESSAGE = "chat.message";

    private final RoomService rooms;
    private final RoomPublisher publisher;
    private final KeptEventStore log;
    private final ArchiveJob archive;
    private final RateLimiter limiter;
    private final IdGenerator ids;
    private final Clock clock;

    ChatService(
            RoomService rooms,
            RoomPublisher publisher,
            KeptEventStore log,
            ArchiveJob archive,
            RateLimiter limiter,
            IdGenerator ids,
            Clock clock) {
        this.rooms = rooms;
        this.publisher = publisher;
        this.log = log;
        this.archive = archive;
        this.limiter = limiter;
        this.ids = ids;
        this.clock = clock;
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
                .delayUntil(_ -> limiter.acquire(ChatLimit.SEND, author.id().toString()))
                .delayUntil(_ -> requireMessage(command.room(), input.replyTo()))
                .map(visit -> message(visit.role(), author, input))
                .flatMap(message -> keep(command, message));
    }

    private Mono<Long> keep(RoomCommand command, ChatMessage message) {
        EventId once = onceOf(message.member().id(), command);
        return publisher
                .keep(command.room(), MESSAGE, message, once)
                .doOnNext(seq -> archive.add(said(command.room(), seq, message, once)));
    }

    private SaidMessage said(RoomId room, long seq, ChatMessage message, @Nullable EventId once) {
        UUID id = once == null ? ids.next() : once.value();
        return new SaidMessage(
                id, room, seq, message.member().id(), message.text(), message.replyTo(), clock.instant());
    }

    private Mono<?> requireMessage(RoomId room, @Nullable Long replyTo) {
        return replyTo == null
                ? Mono.empty()
                : log.find(room, replyTo)
                        .filter(event -> event.type().equals(MESSAGE))
                        .switchIfEmpty(Mono.error(() -> Problem.invalid(
                                "/replyTo", "must be the seq of a message that is still in the room's log")));
    }

    private static ChatMessage message(RoomRole role, Caller.Member author, SendInput input) {
        return new ChatMessage(
                TextRules.normalized(input.text()), ChatMessage.Author.of(author), input.replyTo(), role);
    }

    /// The same key of the same member is the same message, even if the first answer was never remembered.
    private static @Nullable EventId onceOf(MemberId author, RoomCommand command) {
        String key = command.key();
        if (key == null) {
            return null;
        }
        byte[] name = (command.room() + "\n" + author + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return new EventId(UUID.nameUUIDFromBytes(name));
    }
}
