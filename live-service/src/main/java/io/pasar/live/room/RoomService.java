package io.pasar.live.room;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.kernel.text.TextRules;
import io.pasar.live.connection.JournalService;
import io.pasar.live.connection.RoomAnnouncements;
import io.pasar.live.connection.RoomGate;
import io.pasar.live.connection.RoomRole;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rooms, and who may do what with them.
@Service
public class RoomService implements RoomGate {

    private final RoomStore rooms;
    private final RoomAnnouncements announcements;
    private final JournalService journal;
    private final ObjectProvider<RoomEndingPart> endings;
    private final RateLimiter limiter;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RoomService(
            RoomStore rooms,
            RoomAnnouncements announcements,
            JournalService journal,
            ObjectProvider<RoomEndingPart> endings,
            RateLimiter limiter,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.rooms = rooms;
        this.announcements = announcements;
        this.journal = journal;
        this.endings = endings;
        this.limiter = limiter;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /// The room, whoever asks; empty if there is none.
    public Mono<Room> find(RoomId id) {
        return rooms.find(id);
    }

    /// The rooms that are live, private ones too.
    public Flux<RoomId> allLive() {
        return rooms.allLive();
    }

    /// The room as the caller may see it; else a `not-found` problem.
    public Mono<Room> read(RoomId id, Caller caller) {
        return visit(id, caller).map(Visit::room);
    }

    /// The room and what the caller is in it; else a `not-found` problem.
    public Mono<Visit> visit(RoomId id, Caller caller) {
        return visit(rooms.see(id, memberOf(caller)), caller);
    }

    /// The room if the caller runs it; else an `unauthenticated`, `not-found` or `forbidden` problem.
    public Mono<Room> runBy(RoomId id, Caller caller) {
        return Mono.fromSupplier(caller::requireMember)
                .then(Mono.defer(() -> visit(id, caller)))
                .map(RoomService::requireRunner);
    }

    /// The same for a caller who adds something to the room: it does not start or end before the caller's
    /// transaction does.
    public Mono<Room> runSteadilyBy(RoomId id, Caller caller) {
        return Mono.fromSupplier(caller::requireMember)
                .then(Mono.defer(() -> visit(rooms.seeForShare(id, memberOf(caller)), caller)))
                .map(RoomService::requireRunner);
    }

    /// The room and what the caller is in it, if it is live; else a `not-found` or `room-not-live` problem.
    public Mono<Visit> live(RoomId id, Caller caller) {
        return visit(id, caller)
                .filter(visit -> visit.room().isLive())
                .switchIfEmpty(Mono.error(() -> RoomProblem.ROOM_NOT_LIVE.because("Wait until the host starts it.")));
    }

    @Override
    public Mono<RoomRole> admit(RoomId id, Caller caller) {
        return visit(id, caller).map(Visit::role);
    }

    /// The room if the caller hosts it; else an `unauthenticated`, `not-found` or `forbidden` problem.
    Mono<Room> hostedBy(RoomId id, Caller caller) {
        return Mono.fromSupplier(caller::requireMember)
                .then(Mono.defer(() -> visit(id, caller)))
                .map(RoomService::requireHost);
    }

    /// Opens a room for the member, who becomes its host.
    Mono<Room> open(Caller.Member host, OpenRoomRequest request) {
        Instant now = now();
        List<InputError> objections = objections(request, now);
        if (!objections.isEmpty()) {
            throw Problem.invalid(objections);
        }
        Room room = new Room(
                new RoomId(ids.next()),
                new RoomHost(host.id(), host.handle(), host.displayName()),
                TextRules.normalized(request.title()),
                request.visibilityOrDefault(),
                RoomState.SCHEDULED,
                request.startsAt(),
                now,
                null,
                null);
        return limiter.acquire(RoomLimit.OPEN, host.id().toString())
                .then(Mono.defer(() -> rooms.insert(room)).as(transaction::transactional))
                .thenReturn(room);
    }

    /// Public rooms and the caller's own, newest first; of one host only, if one is named.
    Mono<Page<Room>> list(Caller caller, Optional<RoomState> state, Optional<MemberId> host, PageRequest page) {
        return rooms.list(memberOf(caller), state, host, page)
                .collectList()
                .map(found -> Page.of(found, page, room -> Cursor.at(room.id())));
    }

    Mono<Room> start(RoomId id, Caller caller) {
        return act(id, caller, RoomAction.START);
    }

    Mono<Room> end(RoomId id, Caller caller) {
        return act(id, caller, RoomAction.END);
    }

    private Mono<Room> act(RoomId id, Caller caller, RoomAction action) {
        return hostedBy(id, caller)
                .then(Mono.defer(() -> rooms.findForUpdate(id)))
                .map(room -> RoomRules.decide(room, action, now()))
                .flatMap(this::carryOut)
                .as(transaction::transactional);
    }

    private Mono<Room> carryOut(RoomDecision decision) {
        return switch (decision) {
            case RoomDecision.Already(var room) -> Mono.just(room);
            case RoomDecision.Refuse(var code, var detail) -> Mono.error(() -> code.because(detail));
            case RoomDecision.Change(var after) ->
                rooms.update(after)
                        .then(Mono.defer(() -> end(after)))
                        .then(Mono.defer(() -> announce(after)))
                        .thenReturn(after);
        };
    }

    private Mono<Void> end(Room room) {
        return room.state() == RoomState.ENDED
                ? Flux.fromStream(endings::orderedStream)
                        .concatMap(part -> part.end(room))
                        .then()
                : Mono.empty();
    }

    private Mono<Void> announce(Room room) {
        return announcements
                .announce(room.id(), "room.state", new StateChanged(room.state(), room.startedAt(), room.endedAt()))
                .then(journal.write(room.id(), room.state() == RoomState.ENDED ? "ended" : "started"));
    }

    private static Mono<Visit> visit(Mono<SeenRoom> seen, Caller caller) {
        return seen.mapNotNull(room -> RoomRules.role(room, memberOf(caller))
                        .map(role -> new Visit(room.room(), role))
                        .orElse(null))
                .switchIfEmpty(Mono.error(RoomService::notFound));
    }

    private static Room requireRunner(Visit visit) {
        if (!visit.role().runsRoom()) {
            throw CommonProblem.FORBIDDEN.because("Only the room's host and moderators may do this.");
        }
        return visit.room();
    }

    private static Room requireHost(Visit visit) {
        if (visit.role() != RoomRole.HOST) {
            throw CommonProblem.FORBIDDEN.because("Only the room's host may do this.");
        }
        return visit.room();
    }

    private static Optional<MemberId> memberOf(Caller caller) {
        return caller.member().map(Caller.Member::id);
    }

    private static List<InputError> objections(OpenRoomRequest request, Instant now) {
        List<InputError> errors = new ArrayList<>();
        String title = request.title();
        Optional<String> objection = title.isBlank()
                ? Optional.of("must not be empty")
                : TextRules.objection(title, OpenRoomRequest.TITLE_MAX, false);
        objection.ifPresent(detail -> errors.add(new InputError("/title", detail)));
        RoomRules.objection(request.startsAt(), now).ifPresent(errors::add);
        return errors;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Problem notFound() {
        return CommonProblem.NOT_FOUND.because("There is no room with this id.");
    }

    private record StateChanged(
            RoomState state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}
}
