package io.pasar.live.room;

import io.pasar.platform.limit.RateLimit;
import java.time.Duration;

/// How many rooms one member may open, and how often a host may appoint.
final class RoomLimit {

    static final RateLimit OPEN = RateLimit.open("room-open", 100, Duration.ofHours(1));
    static final RateLimit APPOINT = RateLimit.open("moderator-appoint", 200, Duration.ofHours(1));

    private RoomLimit() {}
}
