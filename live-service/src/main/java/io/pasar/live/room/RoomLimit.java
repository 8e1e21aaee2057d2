package io.pasar.live.room;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// How many rooms one member may open, and how often a host may appoint.
enum RoomLimit implements RateLimit {
    OPEN("room-open", 100, Duration.ofHours(1)),
    APPOINT("moderator-appoint", 200, Duration.ofHours(1));

    private final String limitName;
    private final int burst;
    private final Duration per;

    RoomLimit(String limitName, int burst, Duration per) {
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

    @Override
    public boolean failOpen() {
        return true;
    }
}
