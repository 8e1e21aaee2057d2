package io.pasar.live.room;

import io.pasar.platform.problem.ProblemCode;

/// What an action does to a room.
sealed interface RoomDecision {

    /// It becomes this.
    record Change(Room after) implements RoomDecision {}

    /// It is that already: the same answer, nothing to tell anybody.
    record Already(Room room) implements RoomDecision {}

    record Refuse(ProblemCode code, String detail) implements RoomDecision {}
}
