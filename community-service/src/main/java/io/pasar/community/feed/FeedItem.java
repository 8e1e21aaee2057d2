package io.pasar.community.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pasar.community.post.PostView;
import io.pasar.kernel.id.MemberId;

/// A post of the feed: the post's own fields, and the reason why it is there.
record FeedItem(@JsonUnwrapped PostView post, FeedReason reason) {

    static FeedItem of(PostView post, MemberId reader) {
        boolean own = post.author().id().equals(reader);
        return new FeedItem(post, own ? FeedReason.own() : FeedReason.following(post.author()));
    }
}
