package io.pasar.live.figure;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A room's figures over HTTP.
@RestController
class FigureController {

    private final FigureService figures;

    FigureController(FigureService figures) {
        this.figures = figures;
    }

    @GetMapping("/v1/rooms/{id}/figures")
    Mono<FiguresView> figures(Caller caller, @PathVariable RoomId id) {
        return figures.of(id, caller);
    }
}
