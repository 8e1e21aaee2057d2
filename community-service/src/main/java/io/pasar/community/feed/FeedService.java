package io.pasar.community.feed;

import io.pasar.community.post.PostService;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// The home feed: posts of those the reader follows and their own, newest first.
@Service
class FeedService {

    private final FeedStore store;
    private final PostService posts;

    FeedService(FeedStore store, PostService posts) {
        this.store = store;
        this.posts = posts;
    }

    Mono<Page<FeedItem>> home(Caller caller, PageRequest request) {
        MemberId reader = caller.requireMember().id();
        return store.page(reader, request)
                .collectList()
                .map(found -> Page.of(found, request, Cursor::at))
                .flatMap(page -> filled(page, caller, reader));
    }

    /// A post deleted between the two statements is left out.
    private Mono<Page<FeedItem>> filled(Page<PostId> page, Caller caller, MemberId reader) {
        return posts.views(page.items(), caller)
                .map(post -> FeedItem.of(post, reader))
                .collectList()
                .map(items -> new Page<>(items, page.next()));
    }
}
