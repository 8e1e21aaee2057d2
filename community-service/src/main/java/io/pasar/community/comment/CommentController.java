package io.pasar.community.comment;

import io.pasar.kernel.id.PostId;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimited;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `comment`.
@RestController
@RequestMapping("/v1/posts/{id}/comments")
class CommentController {

    private final CommentService comments;

    CommentController(CommentService comments) {
        this.comments = comments;
    }

    @RateLimited(value = "comments", burst = 120, perSeconds = 600)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CommentView> comment(@PathVariable PostId id, @Valid @RequestBody CommentRequest request, Caller caller) {
        return comments.comment(caller, id, request);
    }

    @GetMapping
    Mono<Page<CommentView>> page(@PathVariable PostId id, PageRequest request) {
        return comments.page(id, request);
    }
}
