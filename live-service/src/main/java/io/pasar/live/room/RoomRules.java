package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.live.connection.RoomRole;
import io.pasar.live.room.RoomDecision.Already;
import io.pasar.live.room.RoomDecision.Change;
import io.pasar.live.room.RoomDecision.Refuse;
import io.pasar.platform.problem.InputError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be done with rooms, and by whom.
final class RoomRules {

    /// How far ahead a room may be scheduled.
    static final Duration AHEAD_MAX = Duration.ofDays(366);

    /// Clocks differ: so much "in the past" is now.
    static final Duration PAST_MAX = Duration.ofMinutes(5);

    private RoomRules() {}

    static RoomDecision decide(Room room, RoomAction action, Instant now) {
        return switch (action) {
            case START -> start(room, now);
            case END -> end(room, now);
        };
    }

    /// What somebody is in the room; nothing if the room does not exist for them.
    static Optional<RoomRole> role(SeenRoom seen, Optional<MemberId> member) {
        Room room = seen.room();
        if (member.filter(room::isHostedBy).isPresent()) {
            return Optional.of(RoomRole.HOST);
        }
        if (room.visibility() == RoomVisibility.PRIVATE) {
            return Optional.empty();
        }
        if (seen.moderated()) {
            return Optional.of(RoomRole.MODERATOR);
        }
        return Optional.of(member.isPresent() ? RoomRole.VIEWER : RoomRole.GUEST);
    }

    static Optional<InputError> objection(@Nullable Instant startsAt, Instant now) {
        if (startsAt == null) {
            return Optional.empty();
        }
        if (startsAt.isBefore(now.minus(PAST_MAX))) {
            return Optional.of(new InputError("/startsAt", "must not lie in the past"));
        }
        boolean isFar = startsAt.isAfter(now.plus(AHEAD_MAX));
        return isFar ? Optional.of(new InputError("/startsAt", "must lie at most 366 days ahead")) : Optional.empty();
    }

    private static RoomDecision start(Room room, Instant now) {
        return switch (room.state()) {
            case SCHEDULED -> new Change(room.started(now));
            case LIVE -> new Already(room);
            case ENDED -> new Refuse(RoomProblem.ROOM_ENDED, "Open another room; this one has ended.");
        };
    }

    private static RoomDecision end(Room room, Instant now) {
        return switch (room.state()) {
            case SCHEDULED -> new Refuse(RoomProblem.ROOM_NOT_LIVE, "Start the room first.");
            case LIVE -> new Change(room.ended(now));
            case ENDED -> new Already(room);
        };
    }
}
