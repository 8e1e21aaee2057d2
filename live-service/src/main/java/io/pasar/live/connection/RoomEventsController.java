package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.web.NotBuiltYet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The room as server-sent events, not built yet.
@RestController
final class RoomEventsController {

    @GetMapping("/v1/rooms/{id}/events")
    Mono<Void> follow(@PathVariable RoomId id) {
        return NotBuiltYet.answer("A room's event stream");
    }
}
