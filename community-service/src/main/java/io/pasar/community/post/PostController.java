package io.pasar.community.post;

import static io.pasar.platform.idempotency.IdempotentOutsideTransaction.SHORT_LEASE_SECONDS;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import io.pasar.platform.limit.RateLimited;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `post`.
@RestController
@RequestMapping("/v1/posts")
class PostController {

    private final PostService posts;

    PostController(PostService posts) {
        this.posts = posts;
    }

    /// Outside the idempotency transaction, as the edit: products may be looked up at another service.
    @RateLimited(value = "posts", burst = 60, perSeconds = 600)
    @PostMapping
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<ResponseEntity<PostView>> publish(
            @Valid @RequestBody PostRequest request,
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            ServerHttpRequest http) {
        return posts.publish(caller, request, key).map(post -> created(post, http));
    }

    @GetMapping
    Mono<Page<PostView>> byAuthor(@RequestParam MemberId author, Caller caller, PageRequest page) {
        return posts.byAuthor(author, caller, page);
    }

    private static ResponseEntity<PostView> created(PostView post, ServerHttpRequest http) {
        URI location = URI.create(http.getPath().contextPath().value() + "/v1/posts/" + post.id());
        return ResponseEntity.created(location).body(post);
    }

    @GetMapping("/{id}")
    Mono<PostView> view(@PathVariable PostId id, Caller caller) {
        return posts.view(id, caller);
    }

    @PatchMapping("/{id}")
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<PostView> edit(@PathVariable PostId id, @Valid @RequestBody PostEdit edit, Caller caller) {
        return posts.edit(caller, id, edit);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable PostId id, Caller caller) {
        return posts.delete(caller, id);
    }
}
