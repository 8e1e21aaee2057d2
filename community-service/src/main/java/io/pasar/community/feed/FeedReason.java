package io.pasar.community.feed;

import io.pasar.community.member.MemberName;
import org.jspecify.annotations.Nullable;

/// Why a post is in the feed.
///
/// @param kind `own` or `following`
/// @param member whom the reader follows, if that is why
record FeedReason(String kind, @Nullable MemberName member) {

    static FeedReason own() {
        return new FeedReason("own", null);
    }

    static FeedReason following(MemberName member) {
        return new FeedReason("following", member);
    }
}
