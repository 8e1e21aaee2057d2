package io.pasar.content.job;

import io.pasar.platform.web.NotBuiltYet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Copy jobs over HTTP, not built yet.
@RestController
@RequestMapping("/v1/copy/jobs")
class CopyJobController {

    private static final String WHAT = "Copy for a whole catalogue";

    @PostMapping
    Mono<Void> start() {
        return NotBuiltYet.answer(WHAT);
    }

    @GetMapping("/{id}")
    Mono<Void> read(@PathVariable String id) {
        return NotBuiltYet.answer(WHAT);
    }

    @PostMapping("/{id}/pause")
    Mono<Void> pause(@PathVariable String id) {
        return NotBuiltYet.answer(WHAT);
    }

    @PostMapping("/{id}/resume")
    Mono<Void> resume(@PathVariable String id) {
        return NotBuiltYet.answer(WHAT);
    }

    @PostMapping("/{id}/cancel")
    Mono<Void> cancel(@PathVariable String id) {
        return NotBuiltYet.answer(WHAT);
    }
}
