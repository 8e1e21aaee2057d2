package io.pasar.content.translation;

import io.pasar.platform.web.NotBuiltYet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Translation over HTTP, not built yet.
@RestController
class TranslationController {

    @PostMapping("/v1/translations")
    Mono<Void> translate() {
        return NotBuiltYet.answer("Translation");
    }
}
