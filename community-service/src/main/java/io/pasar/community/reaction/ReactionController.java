package io.pasar.community.reaction;

import io.pasar.kernel.id.PostId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimited;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `reaction`.
@RestController
@RequestMapping("/v1/posts/{id}/reactions/{kind}")
class ReactionController {

    private final ReactionService reactions;

    ReactionController(ReactionService reactions) {
        this.reactions = reactions;
    }

    @RateLimited(value = "reactions", burst = 600, perSeconds = 600)
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> react(@PathVariable PostId id, @PathVariable String kind, Caller caller) {
        return reactions.react(caller, id, ReactionKind.read(kind));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeBack(@PathVariable PostId id, @PathVariable String kind, Caller caller) {
        return reactions.takeBack(caller, id, ReactionKind.read(kind));
    }
}
