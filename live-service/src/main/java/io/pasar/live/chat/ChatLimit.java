package io.pasar.live.chat;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// How much one member may say, over all rooms.
final class ChatLimit {

    /// Open, because without Redis nothing could be said anyway.
    static final RateLimit SEND = RateLimit.open("chat-send", 10, Duration.ofSeconds(5));

    private ChatLimit() {}
}
