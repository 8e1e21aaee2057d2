package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.RoomPublisher;
import io.pasar.live.connection.RoomRole;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.postgres.AfterCommit;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who runs a room beside its host. Roles are looked up with every command and call, so an appointment and a
/// dismissal take effect at once; whoever is connected is told too.
@Service
class ModeratorService {

    private final RoomService rooms;
    private final RoomStore store;
    private final ModeratorStore moderators;
    private final MemberDirectoryClient directory;
    private final RoomPublisher publisher;
    private final RateLimiter limiter;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ModeratorService(
            RoomService rooms,
            RoomStore store,
            ModeratorStore moderators,
            MemberDirectoryClient directory,
            RoomPublisher publisher,
            RateLimiter limiter,
            TransactionalOperator transaction,
            Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.moderators = moderators;
        this.directory = directory;
        this.publisher = publisher;
        this.limiter = limiter;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Appoints a member, for the host; repeating it changes nothing.
    Mono<Void> appoint(RoomId id, Caller host, MemberId member) {
        return rooms.hostedBy(id, host)
                .map(room -> ModeratorRules.requireAppointable(room, member))
                .delayUntil(room ->
                        limiter.acquire(RoomLimit.APPOINT, room.host().id().toString()))
                .then(Mono.defer(() -> directory.requireKnown(member)))
                .then(Mono.defer(() -> add(id, member)).as(transaction::transactional));
    }

    /// Dismisses a moderator, for the host; repeating it changes nothing.
    Mono<Void> dismiss(RoomId id, Caller host, MemberId member) {
        return rooms.hostedBy(id, host)
                .then(Mono.defer(() -> moderators.remove(id, member)))
                .filter(removed -> removed)
                .flatMap(_ -> tell(id, member, RoomRole.VIEWER))
                .as(transaction::transactional);
    }

    /// The room's moderators, for those who run it.
    Flux<Moderator> of(RoomId id, Caller caller) {
        return rooms.runBy(id, caller).thenMany(Flux.defer(() -> moderators.of(id)));
    }

    /// The room is locked, so that two appointments at once do not exceed what a room may have.
    private Mono<Void> add(RoomId id, MemberId member) {
        return store.findForUpdate(id)
                .then(Mono.defer(() -> moderators.countOthers(id, member)))
                .map(ModeratorRules::requirePlace)
                .flatMap(_ -> moderators.add(id, member, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .filter(added -> added)
                .flatMap(_ -> tell(id, member, RoomRole.MODERATOR));
    }

    private Mono<Void> tell(RoomId room, MemberId member, RoomRole role) {
        return AfterCommit.run(Mono.defer(() -> publisher.tell(member, "moderation", new Moderation(room, role))));
    }

    /// Data of the event to its owner.
    private record Moderation(RoomId roomId, RoomRole role) {}
}
