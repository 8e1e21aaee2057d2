package io.pasar.community.feed;

import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `feed`.
@RestController
class FeedController {

    private final FeedService feed;

    FeedController(FeedService feed) {
        this.feed = feed;
    }

    @GetMapping("/v1/feed")
    Mono<Page<FeedItem>> home(Caller caller, PageRequest request) {
        return feed.home(caller, request);
    }
}
