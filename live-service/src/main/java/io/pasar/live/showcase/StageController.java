package io.pasar.live.showcase;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The stage over HTTP.
@RestController
class StageController {

    private final StageService stages;

    StageController(StageService stages) {
        this.stages = stages;
    }

    @PutMapping("/v1/rooms/{id}/stage")
    Mono<StageView> set(Caller caller, @PathVariable RoomId id, @Valid @RequestBody SetStageRequest body) {
        return stages.set(id, caller, body.productId());
    }
}
