package io.pasar.community.follow;

import io.pasar.kernel.id.MemberId;
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

/// HTTP edge of `follow`.
@RestController
@RequestMapping("/v1/members/{id}/follow")
class FollowController {

    private final FollowService follows;

    FollowController(FollowService follows) {
        this.follows = follows;
    }

    @RateLimited(value = "follows", burst = 400, perSeconds = 3600)
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> follow(@PathVariable MemberId id, Caller caller) {
        return follows.follow(caller, id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unfollow(@PathVariable MemberId id, Caller caller) {
        return follows.unfollow(caller, id);
    }
}
