package io.pasar.content.moderation;

import io.pasar.platform.web.NotBuiltYet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Moderation over HTTP, not built yet.
@RestController
class ModerationController {

    @PostMapping("/v1/moderation")
    Mono<Void> moderate() {
        return NotBuiltYet.answer("Moderation");
    }
}
