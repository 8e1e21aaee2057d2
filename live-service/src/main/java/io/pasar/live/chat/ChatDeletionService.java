package io.pasar.live.chat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.KeptEvent;
import io.pasar.live.connection.KeptEventStore;
import io.pasar.live.room.RoomService;
import io.pasar.live.room.Visit;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes messages back: out of the room, its history and the pin. The archive keeps them, marked.
@Service
class ChatDeletionService {

    private final RoomService rooms;
    private final KeptEventStore log;
    private final PinService pins;
    private final ArchiveJob archive;
    private final Clock clock;

    ChatDeletionService(RoomService rooms, KeptEventStore log, PinService pins, ArchiveJob archive, Clock clock) {
        this.rooms = rooms;
        this.log = log;
        this.pins = pins;
        this.archive = archive;
        this.clock = clock;
    }

    /// Deletes a message; its author, the host and moderators may.
    ///
    /// @return the sequence number of the event that says so
    Mono<Long> delete(RoomId room, Caller caller, long seq) {
        return rooms.visit(room, caller)
                .zipWith(Mono.defer(() -> message(room, seq)))
                .map(both -> requireMayDelete(both.getT1(), both.getT2(), caller))
                .flatMap(event -> erase(room, event, caller.requireMember().id()))
                .delayUntil(_ -> pins.forget(room, seq));
    }

    private Mono<Long> erase(RoomId room, KeptEvent event, MemberId by) {
        return log.erase(room, event.seq(), Map.of("deleted", true), "chat.deleted", Map.of("seq", event.seq()))
                .switchIfEmpty(Mono.error(ChatDeletionService::noMessage))
                .doOnNext(_ -> archive.add(new Deletion(room, event.seq(), authorOf(event), by, now())));
    }

    private Mono<KeptEvent> message(RoomId room, long seq) {
        return log.find(room, seq)
                .filter(event -> event.type().equals(ChatService.MESSAGE))
                .switchIfEmpty(Mono.error(ChatDeletionService::noMessage));
    }

    private static KeptEvent requireMayDelete(Visit visit, KeptEvent event, Caller caller) {
        if (!ChatRules.mayDelete(authorOf(event), caller.requireMember().id(), visit.role())) {
            throw CommonProblem.FORBIDDEN.because("Only its author, the host and moderators delete a message.");
        }
        return event;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static MemberId authorOf(KeptEvent event) {
        return MemberId.of(event.data().path("member").path("id").asString());
    }

    private static Problem noMessage() {
        return CommonProblem.NOT_FOUND.because("There is no such message in the room's log.");
    }
}
