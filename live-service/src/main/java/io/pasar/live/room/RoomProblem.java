package io.pasar.live.room;

import io.pasar.platform.problem.ProblemCode;

/// Refusals that have to do with a room's life.
public enum RoomProblem implements ProblemCode {
    ROOM_NOT_LIVE("room-not-live", 409, "The room is not live"),
    ROOM_ENDED("room-ended", 409, "The room has ended"),
    ROOM_PRIVATE("room-private", 409, "The room is private"),
    TOO_MANY_MODERATORS("too-many-moderators", 409, "The room has as many moderators as it may");

    private final String slug;
    private final int status;
    private final String title;

    RoomProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
