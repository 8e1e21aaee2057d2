package io.pasar.live.connection;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of the room socket.
public enum ConnectionProblem implements ProblemCode {
    NOT_JOINED("not-joined", 409, "Join the room first"),
    POSITION_LOST("position-lost", 409, "These events are gone");

    private final String slug;
    private final int status;
    private final String title;

    ConnectionProblem(String slug, int status, String title) {
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
