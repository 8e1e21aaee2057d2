package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.problem.CommonProblem;

/// Whom a host may appoint.
final class ModeratorRules {

    /// The most moderators of one room.
    static final int MODERATORS_MAX = 50;

    private ModeratorRules() {}

    /// A private room exists for its host only, until invitations come.
    static Room requireAppointable(Room room, MemberId member) {
        if (room.isHostedBy(member)) {
            throw CommonProblem.CONFLICT.because("The host runs the room anyway; appoint somebody else.");
        }
        if (room.visibility() == RoomVisibility.PRIVATE) {
            throw RoomProblem.ROOM_PRIVATE.because("Nobody but its host can enter it; open a public room.");
        }
        if (room.state() == RoomState.ENDED) {
            throw RoomProblem.ROOM_ENDED.because("There is nothing left to moderate.");
        }
        return room;
    }

    /// @param others moderators the room has beside the one to appoint
    static long requirePlace(long others) {
        if (others >= MODERATORS_MAX) {
            throw RoomProblem.TOO_MANY_MODERATORS.because(
                    "A room has at most " + MODERATORS_MAX + "; dismiss one first.");
        }
        return others;
    }
}
