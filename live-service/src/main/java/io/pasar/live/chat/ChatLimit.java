package io.pasar.live.chat;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// How much one member may say, over all rooms.
enum ChatLimit implements RateLimit {
    SEND("chat-send", 10, Duration.ofSeconds(5));

    private final String limitName;
    private final int burst;
    private final Duration per;

    ChatLimit(String limitName, int burst, Duration per) {
        this.limitName = limitName;
        this.burst = burst;
        this.per = per;
    }

    @Override
    public String limitName() {
        return limitName;
    }

    @Override
    public int burst() {
        return burst;
    }

    @Override
    public Duration per() {
        return per;
    }

    /// The message itself could not be said without Redis.
    @Override
    public boolean failOpen() {
        return true;
    }
}
