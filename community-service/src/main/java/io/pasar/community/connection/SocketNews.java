package io.pasar.community.connection;

import java.util.Locale;

/// What this service says on its sockets without being asked, beside the goodbye every socket gets.
enum SocketNews {
    REWARD(RewardNews.class),
    NOTICE(FeedNews.class);

    private final Class<? extends Record> data;

    SocketNews(Class<? extends Record> data) {
        this.data = data;
    }

    /// The frame's `type`.
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What its `data` are.
    Class<? extends Record> data() {
        return data;
    }
}
