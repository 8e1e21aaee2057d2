package io.pasar.community.connection;

import io.pasar.community.member.MemberName;
import io.pasar.kernel.id.PostId;

/// The data of the socket's `notice` event when the feed has grown.
///
/// @param kind always `feed`
record FeedNews(String kind, PostId post, MemberName author) {

    static FeedNews of(Notice.Post notice) {
        return new FeedNews("feed", notice.post(), notice.author());
    }
}
