package io.pasar.live.room;

import static io.pasar.platform.idempotency.IdempotentOutsideTransaction.SHORT_LEASE_SECONDS;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A room's moderators over HTTP.
@RestController
@RequestMapping("/v1/rooms/{id}/moderators")
class ModeratorController {

    private final ModeratorService moderators;

    ModeratorController(ModeratorService moderators) {
        this.moderators = moderators;
    }

    @GetMapping
    Mono<ModeratorsOfRoom> list(Caller caller, @PathVariable RoomId id) {
        return moderators.of(id, caller).collectList().map(ModeratorsOfRoom::new);
    }

    @PutMapping("/{memberId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<Void> appoint(Caller caller, @PathVariable RoomId id, @PathVariable MemberId memberId) {
        return moderators.appoint(id, caller, memberId);
    }

    @DeleteMapping("/{memberId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dismiss(Caller caller, @PathVariable RoomId id, @PathVariable MemberId memberId) {
        return moderators.dismiss(id, caller, memberId);
    }

    /// All of them, in order of appointment.
    record ModeratorsOfRoom(List<Moderator> items) {}
}
