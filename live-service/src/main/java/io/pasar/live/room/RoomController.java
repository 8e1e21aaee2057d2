package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.Problem;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Rooms over HTTP.
@RestController
@RequestMapping("/v1/rooms")
class RoomController {

    private final RoomService rooms;
    private final RoomViewService views;

    RoomController(RoomService rooms, RoomViewService views) {
        this.rooms = rooms;
        this.views = views;
    }

    @PostMapping
    Mono<ResponseEntity<RoomView>> open(
            Caller caller, @Valid @RequestBody OpenRoomRequest body, ServerHttpRequest request) {
        return Mono.defer(() -> rooms.open(caller.requireMember(), body))
                .flatMap(room -> views.of(room, caller))
                .map(room ->
                        ResponseEntity.created(location(request, room.id())).body(room));
    }

    @GetMapping
    Mono<Page<RoomCard>> list(
            Caller caller,
            PageRequest page,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable MemberId host) {
        return Mono.defer(() -> rooms.list(caller, stateOf(state), Optional.ofNullable(host), page))
                .flatMap(views::of);
    }

    @GetMapping("/{id}")
    Mono<RoomView> read(Caller caller, @PathVariable RoomId id) {
        return rooms.read(id, caller).flatMap(room -> views.of(room, caller));
    }

    @PostMapping("/{id}/start")
    Mono<RoomView> start(Caller caller, @PathVariable RoomId id) {
        return rooms.start(id, caller).flatMap(room -> views.of(room, caller));
    }

    @PostMapping("/{id}/end")
    Mono<RoomView> end(Caller caller, @PathVariable RoomId id) {
        return rooms.end(id, caller).flatMap(room -> views.of(room, caller));
    }

    private static Optional<RoomState> stateOf(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(RoomState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/state", "must be one of scheduled, live, ended")));
    }

    private static URI location(ServerHttpRequest request, RoomId id) {
        return URI.create(request.getPath().contextPath().value() + "/v1/rooms/" + id);
    }
}
