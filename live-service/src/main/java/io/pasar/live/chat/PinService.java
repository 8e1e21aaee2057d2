package io.pasar.live.chat;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.KeptEvent;
import io.pasar.live.connection.KeptEventStore;
import io.pasar.live.connection.RoomAnnouncements;
import io.pasar.live.room.RoomService;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pins one message of a room. The kept event names only its number, so that a deleted message's text is
/// nowhere in the log.
@Service
class PinService {

    private final RoomService rooms;
    private final PinStore pins;
    private final KeptEventStore log;
    private final RoomAnnouncements announcements;
    private final TransactionalOperator transaction;
    private final JsonMapper mapper;
    private final Clock clock;

    PinService(
            RoomService rooms,
            PinStore pins,
            KeptEventStore log,
            RoomAnnouncements announcements,
            TransactionalOperator transaction,
            JsonMapper mapper,
            Clock clock) {
        this.rooms = rooms;
        this.pins = pins;
        this.log = log;
        this.announcements = announcements;
        this.transaction = transaction;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// Pins a message, or unpins if `seq` is null.
    Mono<Void> pin(RoomId room, Caller caller, @Nullable Long seq) {
        return rooms.runBy(room, caller)
                .then(Mono.defer(() -> seq == null ? unpin(room) : pinMessage(room, caller.requireMember(), seq)));
    }

    /// A message was deleted: if it was the pinned one, nothing is pinned any more.
    Mono<Void> forget(RoomId room, long seq) {
        return pins.remove(room, seq)
                .filter(removed -> removed)
                .flatMap(_ -> announce(room, null))
                .as(transaction::transactional);
    }

    /// What joins show; empty if nothing is pinned.
    Mono<PinnedView> of(RoomId room) {
        return pins.find(room).map(pin -> new PinnedView(pin.seq(), mapper.readTree(pin.message()), pin.pinnedAt()));
    }

    private Mono<Void> unpin(RoomId room) {
        return pins.remove(room)
                .filter(removed -> removed)
                .flatMap(_ -> announce(room, null))
                .as(transaction::transactional);
    }

    private Mono<Void> pinMessage(RoomId room, Caller.Member caller, long seq) {
        return log.find(room, seq)
                .filter(event -> event.type().equals(ChatService.MESSAGE))
                .switchIfEmpty(Mono.error(PinService::noMessage))
                .flatMap(event -> put(room, caller, event).as(transaction::transactional))
                .then(Mono.defer(() -> requireStillThere(room, seq)));
    }

    /// A deletion that came between reading and pinning found no pin to remove.
    private Mono<Void> requireStillThere(RoomId room, long seq) {
        return log.find(room, seq)
                .filter(event -> event.type().equals(ChatService.MESSAGE))
                .switchIfEmpty(Mono.defer(() -> forget(room, seq)).then(Mono.error(PinService::noMessage)))
                .then();
    }

    private Mono<Void> put(RoomId room, Caller.Member caller, KeptEvent event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Pin pin = new Pin(room, event.seq(), mapper.writeValueAsString(event.data()), caller.id(), now);
        return pins.put(pin).then(Mono.defer(() -> announce(room, event.seq())));
    }

    private Mono<Void> announce(RoomId room, @Nullable Long seq) {
        return announcements.announce(room, "chat.pinned", new Pinned(seq));
    }

    private static Problem noMessage() {
        return CommonProblem.NOT_FOUND.because("There is no such message in the room's log.");
    }

    /// Data of the kept event; null when nothing is pinned any more.
    private record Pinned(@Nullable Long seq) {}

    /// The pinned message in the snapshot.
    record PinnedView(long seq, JsonNode message, Instant pinnedAt) {}
}
